using System.Text.RegularExpressions;
using IpytestNet.Kernel;
using IpytestNet.Kernel.Execution;

namespace IpytestNet.Specs;

/// <summary>A real notebook session for specs: C# text in, what a person sees out.</summary>
internal sealed partial class LiveNotebook : IDisposable
{
    private readonly Notebook _notebook;

    public LiveNotebook(NotebookOptions? options = null) =>
        _notebook = new Notebook(options ?? new NotebookOptions { Name = "Notebook.ipynb" });

    /// <summary>Runs a cell.</summary>
    public Seen Run(string code)
    {
        var outputs = new List<CellOutput>();
        var result = _notebook.Run(code, outputs.Add);
        return new Seen(result, outputs);
    }

    /// <summary>Runs cells that must succeed.</summary>
    public LiveNotebook Given(params string[] cells)
    {
        foreach (var cell in cells)
        {
            var seen = Run(cell);
            if (seen.Error is not null)
                throw new InvalidOperationException($"The cell should succeed:\n{cell}\n{string.Join('\n', seen.Error.Traceback)}");
        }

        return this;
    }

    /// <summary>Comes to a Markdown cell.</summary>
    public LiveNotebook Markdown(int position, string text)
    {
        _notebook.AddMarkdown(text, position);
        return this;
    }

    /// <summary>Runs the tests at the end of the notebook.</summary>
    public Seen RunTests()
    {
        var outputs = new List<CellOutput>();
        var result = _notebook.RunTests(outputs.Add);
        return new Seen(result, outputs);
    }

    /// <summary>Interrupts the cell that runs once a text has appeared in its output.</summary>
    public Seen RunAndInterruptAfter(string text, string code)
    {
        var outputs = new List<CellOutput>();
        var seen = "";
        var isInterrupted = false;
        var result = _notebook.Run(code, output =>
        {
            outputs.Add(output);
            seen += (output as CellOutput.Stream)?.Text + (output as CellOutput.Displayed)?.Data.PlainText;
            // Only once: what comes later could interrupt the next cell.
            if (isInterrupted || !seen.Contains(text, StringComparison.Ordinal))
                return;
            isInterrupted = true;
            ThreadPool.QueueUserWorkItem(_ => _notebook.Interrupt());
        });
        return new Seen(result, outputs);
    }

    /// <summary>The errors in code that was generated for cells, which a person does not see.</summary>
    public IReadOnlyList<string> RewritingDefects => [.. _notebook.RewritingDefects];

    /// <summary>The paths of the files that the cells have taken code from, and of the folders.</summary>
    public IReadOnlyList<string> DependsOn
    {
        get
        {
            var paths = new List<string>();
            _notebook.Dependencies.Follow(dependency => paths.Add(dependency.Path));
            return paths;
        }
    }

    public void Dispose() => _notebook.Dispose();

    /// <summary>What a person sees of a cell.</summary>
    internal sealed record Seen(CellResult Outcome, IReadOnlyList<CellOutput> Outputs)
    {
        /// <summary>What was written to standard output, without colours.</summary>
        public string Text => Written("stdout");

        /// <summary>What was written to standard error, without colours.</summary>
        public string ErrorText => Written("stderr");

        /// <summary>The text of the last expression's value, or null.</summary>
        public string? Value => Outputs.OfType<CellOutput.Result>().SingleOrDefault()?.Data.PlainText;

        /// <summary>The error of the cell, or null.</summary>
        public CellError? Error => (Outcome as CellResult.Failed)?.Error;

        /// <summary>The lines of the error as they are shown, joined.</summary>
        public string ErrorShown => string.Join('\n', Outputs.OfType<CellOutput.Failed>().SelectMany(failed => failed.Error.Traceback));

        /// <summary>How the last test run of the cell ended.</summary>
        public ExitCode? Run => Outcome.TestRuns is [.., var last] ? last : null;

        private string Written(string stream) => Escape().Replace(
            string.Concat(Outputs.OfType<CellOutput.Stream>().Where(output => output.Name == stream).Select(output => output.Text)), "");
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Escape();
}
