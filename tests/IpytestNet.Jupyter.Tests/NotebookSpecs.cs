using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IpytestNet.Jupyter.Tests.Clients;
using Xunit;

namespace IpytestNet.Jupyter.Tests;

public sealed partial class NotebookSpecs(InstalledKernel installed)
{
    public static TheoryData<string> Notebooks =>
    [
        .. from folder in (string[])["examples", "tests/notebooks"]
           from path in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.ipynb", SearchOption.AllDirectories)
           orderby path
           select Path.GetRelativePath(Repository.Root, path),
    ];

    [Theory, MemberData(nameof(Notebooks))]
    public void Jupyter_executes_the_notebook_and_its_cells_end_as_recorded(string notebook)
    {
        var folder = CopyOfFolder(notebook);
        var copy = Path.Combine(folder, Path.GetFileName(notebook));
        var executed = Path.Combine(folder, "executed.ipynb");

        var (code, output) = installed.Program(
            "/usr/bin/python3",
            ["-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.kernel_name=csharp-ipytest", "--output", executed, copy],
            ("JPY_SESSION_NAME", copy));

        Assert.True(code == 0, output);
        Assert.Equal(Ends(copy), Ends(executed));
    }

    // What a run of tests says last, and the name of the error, tell how a cell ended; the rest is compared by the check of the repository.
    private static IEnumerable<string> Ends(string notebook) =>
        from cell in JsonNode.Parse(File.ReadAllText(notebook))!["cells"]!.AsArray()
        where cell!["cell_type"]!.ToString() is "code"
        select string.Join("; ", cell["outputs"]!.AsArray().SelectMany(output => EndsOf(output!)));

    private static IEnumerable<string> EndsOf(JsonNode output) => output["output_type"]!.ToString() switch
    {
        "error" => [output["ename"]!.ToString()],
        "stream" => Counts().Matches(Escape().Replace(Text(output["text"]!), "")).Select(match => Duration().Replace(match.Value, "")),
        _ => [],
    };

    private static string Text(JsonNode text) => text is JsonArray lines ? string.Concat(lines.Select(line => line!.ToString())) : text.ToString();

    // With what stands beside it, and no caches of other runs.
    private string CopyOfFolder(string notebook)
    {
        var source = Path.GetDirectoryName(Path.Combine(Repository.Root, notebook))!;
        var target = Directory.CreateDirectory(Path.Combine(installed.Folder, Guid.NewGuid().ToString("N"))).FullName;
        Copy(source, target);
        return target;
    }

    // What a project has built is left where it is.
    private static void Copy(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(source).Where(folder => Path.GetFileName(folder) is not ("bin" or "obj")))
            Copy(folder, Directory.CreateDirectory(Path.Combine(target, Path.GetFileName(folder))).FullName);
    }

    [GeneratedRegex(@"^=*\s*(\d+ [a-z]+(, )?)+ in [\d.]+s", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Counts();

    [GeneratedRegex(@" in [\d.]+s$")]
    private static partial Regex Duration();

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Escape();
}
