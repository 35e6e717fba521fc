using System.Text.RegularExpressions;
using Xunit;

namespace IpytestNet.Specs.Documentation;

/// <summary>Links within the documents lead somewhere.</summary>
public sealed partial class LinkSpecs
{
    public static TheoryData<string> Documents =>
    [
        .. from folder in (string[])[".", "docs", "docs/ci", "examples", "examples/DotnetTest", "benchmarks", "src/IpytestNet.Testing.Platform"]
           from path in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md")
           select Path.GetRelativePath(Repository.Root, path),
    ];

    [Theory, MemberData(nameof(Documents))]
    public void Every_link_of_a_document_leads_to_a_file_and_to_a_heading_in_it(string document)
    {
        var path = Path.Combine(Repository.Root, document);
        var text = Code().Replace(File.ReadAllText(path), "");

        var broken = Link().Matches(text)
            .Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(target => !Exists(path, target));

        Assert.Empty(broken);
    }

    private static bool Exists(string document, string target)
    {
        var parts = target.Split('#', 2);
        var file = parts[0].Length is 0 ? document : Path.GetFullPath(parts[0], Path.GetDirectoryName(document)!);
        return parts is [_, { Length: > 0 } heading]
            ? File.Exists(file) && Heading().Matches(Fence().Replace(File.ReadAllText(file), "")).Any(found => Anchor(found.Groups["text"].Value.Trim()) == heading)
            : Path.Exists(file);
    }

    // As GitHub makes them.
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
