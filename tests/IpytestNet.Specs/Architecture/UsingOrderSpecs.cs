using Xunit;

namespace IpytestNet.Specs.Architecture;

/// <summary>The one rule of style that the build cannot check.</summary>
public sealed class UsingOrderSpecs
{
    [Fact]
    public void Usings_stand_in_order_those_of_the_system_first()
    {
        var files = ((string[])["src", "tests", "benchmarks", "dev", "examples"])
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj" or "artifacts"))
            .ToList();

        Assert.True(files.Count > 900, $"expected the sources of the repository, but found {files.Count} files");
        Assert.DoesNotContain(files, path => !IsInOrder(path));
    }

    private static bool IsInOrder(string path)
    {
        var names = File.ReadLines(path)
            .SkipWhile(line => !line.StartsWith("using ", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';'))
            .Select(line => line["using ".Length..^1])
            .Where(name => !name.StartsWith("static ", StringComparison.Ordinal) && !name.Contains('=', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal))
            .ToList();
        return names.SequenceEqual(names.OrderBy(name => name is not "System" && !name.StartsWith("System.", StringComparison.Ordinal)).ThenBy(name => name, StringComparer.OrdinalIgnoreCase));
    }
}
