using IpytestNet.CommandLine;
using IpytestNet.Execution;
using IpytestNet.Frameworks.Doctest;
using IpytestNet.Sessions;

namespace IpytestNet.Discovery;

/// <summary>Finds the examples in documentation: in comments of cells, in Markdown cells and in Markdown files.</summary>
internal static class DoctestTests
{
    /// <summary>Finds them, as far as the options of a run ask for them.</summary>
    /// <param name="session">The notebook.</param>
    /// <param name="module">The name of what is tested.</param>
    /// <param name="targets">What of it is tested, and paths.</param>
    /// <param name="options">The options of the run.</param>
    /// <exception cref="UsageException">A flag is unknown, or there is no notebook to run examples in.</exception>
    public static Doctests Find(NotebookSession session, string module, IReadOnlyList<string> targets, RunOptions options)
    {
        var flags = DoctestFramework.FlagsOf(options);
        if (options is { DoctestModules: false, DoctestCells: false, DoctestGlobs: [] })
            return Doctests.None;
        if (session.Host is not { } host)
            throw new UsageException("examples in documentation run in a notebook, but there is none; run them with --doctest-modules, --doctest-cells or --doctest-glob from a cell");

        var runner = new DoctestFramework(host, flags, options.DoctestContinuesOnFailure);
        var isWanted = module == session.ModuleName && targets.Any(target => NodeId.IsOf(target, module));
        var files = MarkdownFiles.Find(options.DoctestGlobs);
        IEnumerable<(string Module, ExampleSet? Examples)> found =
        [
            .. options.DoctestModules && isWanted ? InComments(session) : [],
            .. options.DoctestCells && isWanted ? InCells(session) : [],
            .. files.Found.Select(file => (file.Name, InFile(file.Name, file.Path))),
        ];
        var tests = found.Where(one => one.Examples is not null).Select(one => Test(one.Module, one.Examples!, runner)).ToArray();
        return new Doctests(NodeIds.MakeUnique(tests), [.. files.Found.Select(file => file.Name)], [.. Warnings(session, options, files.Missed)]);
    }

    private static IEnumerable<(string Module, ExampleSet? Examples)> InComments(NotebookSession session) =>
        from definition in session.Definitions.Live()
        from comment in definition.Comments
        let lines = CommentReader.LinesOf(comment.Text, comment.Line)
        select (session.ModuleName, ExampleSet.Of(
            $"{Path.GetFileNameWithoutExtension(session.ModuleName)}.{comment.Name}", definition.Cell, lines, () => CommentReader.Read(lines)));

    private static IEnumerable<(string Module, ExampleSet? Examples)> InCells(NotebookSession session) =>
        session.MarkdownCells.Select(cell => (session.ModuleName, InMarkdown(cell.Name, cell.Name, cell.Text)));

    private static ExampleSet? InFile(string name, string path)
    {
        try
        {
            return InMarkdown(Path.GetFileName(path), path, File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ExampleSet(Path.GetFileName(path), path, [], []) { Defect = $"{name} cannot be read: {exception.Message}" };
        }
    }

    private static ExampleSet? InMarkdown(string name, string file, string text)
    {
        var lines = MarkdownReader.LinesOf(text);
        return ExampleSet.Of(name, file, lines, () => MarkdownReader.Read(lines));
    }

    private static TestCase Test(string module, ExampleSet doctest, DoctestFramework runner) => new()
    {
        NodeId = $"{module}::{doctest.Name}",
        Module = module,
        Name = doctest.Name,
        DisplayName = doctest.Name,
        SourceFile = doctest.File,
        SourceLine = doctest.Examples is [var first, ..] ? first.Line : 1,
        Kind = "DoctestItem",
        Heading = $"[doctest] {doctest.Name}",
        Runner = runner,
        Handle = doctest,
    };

    private static IEnumerable<string> Warnings(NotebookSession session, RunOptions options, IReadOnlyList<string> missed)
    {
        if (options.DoctestCells && session.MarkdownCells.Count == 0)
        {
            yield return "--doctest-cells: there is no Markdown cell to take examples from. Either none stands above this cell, "
                + "or the application that runs the notebook keeps its Markdown cells to itself; 'ipytest run' gives them.";
        }

        foreach (var pattern in missed)
            yield return $"--doctest-glob: no file in {Environment.CurrentDirectory} matches '{pattern}'. Write '**/{Path.GetFileName(pattern)}' to search folders too.";
    }
}
