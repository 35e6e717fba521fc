using System.Text.RegularExpressions;
using IpytestNet.Kernel;
using IpytestNet.Specs.Documents;
using Xunit;

namespace IpytestNet.Specs.Documentation;

/// <summary>The documents for users show what really happens.</summary>
public sealed partial class ExampleSpecs
{
    private const string AnyTime = "in 0.25s";

    /// <summary>
    /// Every C# block is run as a cell, all in one notebook; the text block right below one is what the cell shows, and without one
    /// the cell succeeds. A document that is right again lies beside a stale one as <c>Document.md.received.txt</c>.
    /// </summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/assertions.md")]
    [InlineData("docs/coverage.md")]
    [InlineData("docs/fixtures.md")]
    [InlineData("docs/doctests.md")]
    [InlineData("docs/plugins.md")]
    [InlineData("docs/reports.md")]
    [InlineData("docs/running.md")]
    [InlineData("docs/selection.md")]
    public void The_cells_of_a_document_show_what_stands_below_them(string document)
    {
        var path = Path.Combine(Repository.Root, document);
        var written = File.ReadAllText(path).ReplaceLineEndings("\n");
        using var folder = new TemporaryFolder();
        using var notebook = new LiveNotebook(new NotebookOptions { Name = "Notebook.ipynb", WorkingDirectory = folder.Root });

        var renewed = Example().Replace(written, example => Renewed(example, notebook));

        ApprovedText.Compare(renewed, path, $"{path}.received.txt");
        Assert.Empty(notebook.RewritingDefects);
    }

    private static string Renewed(Match example, LiveNotebook notebook)
    {
        var cell = example.Groups["cell"].Value;
        if (example.Groups["shown"].Success)
            return $"{example.Groups["code"].Value}{example.Groups["between"].Value}{Shown(notebook.Run(cell))}\n```\n";
        notebook.Given(cell);
        return example.Value;
    }

    private static string Shown(LiveNotebook.Seen seen)
    {
        var error = seen.Error?.Traceback.SelectMany(lines => lines.Split('\n')).Where(line => !line.StartsWith("   at ", StringComparison.Ordinal)) ?? [];
        var parts = new[] { seen.Text.TrimEnd('\n'), seen.Value ?? "", string.Join('\n', error) };
        return Time().Replace(string.Join('\n', parts.Where(part => part.Length > 0)), AnyTime);
    }

    [GeneratedRegex(@"(?<code>^```csharp\n(?<cell>.*?)^```\n)((?<between>\n```text\n)(?<shown>.*?)^```\n)?", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();

    [GeneratedRegex(@"in \d+\.\d\ds")]
    private static partial Regex Time();
}
