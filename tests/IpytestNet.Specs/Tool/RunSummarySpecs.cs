using IpytestNet.Tool;
using Xunit;

namespace IpytestNet.Specs.Tool;

public sealed class RunSummarySpecs
{
    private static readonly NotebookOutcome[] Outcomes =
    [
        new() { Name = "examples/Example.ipynb", ExitCode = ExitCode.Ok, CellsRun = 12, Cells = 12, Elapsed = TimeSpan.FromSeconds(1.239) },
        new()
        {
            Name = "examples/Broken.ipynb",
            ExitCode = ExitCode.TestsFailed,
            CellsRun = 3,
            Cells = 14,
            Elapsed = TimeSpan.FromSeconds(0.4),
            Findings =
            [
                new("In[1]", "tests failed"),
                new("In[2]", "tests failed"),
                new("In[3]", "DivideByZeroException: Attempted to divide by zero, which is a message that is too long for one line."),
            ],
        },
        new() { Name = "none.cs", ExitCode = ExitCode.NoTestsCollected, CellsRun = 1, Cells = 1, Elapsed = TimeSpan.FromSeconds(0.02) },
        NotebookOutcome.NotStarted("nope.ipynb", ExitCode.UsageError, "expected a notebook, but there is no such file; check the name"),
        NotebookOutcome.NotStarted("odd.ipynb", ExitCode.InternalError, "internal error: X\nThis is a defect."),
        new() { Name = "docs/一二三.ipynb", ExitCode = ExitCode.Ok, CellsRun = 2, Cells = 2, Elapsed = TimeSpan.FromMinutes(61) },
        new()
        {
            Name = "a/long/path/that/leaves/no/room/beside/it/for/the/figures/of/Notebook.ipynb",
            ExitCode = ExitCode.Interrupted,
            CellsRun = 1,
            Cells = 2,
            Elapsed = TimeSpan.FromSeconds(9),
            Findings = [new("In[1]", "interrupted")],
        },
        NotebookOutcome.NotStarted("later.ipynb", ExitCode.Interrupted, "not started"),
    ];

    [Fact]
    public void Each_notebook_has_a_line_and_what_speaks_against_it() =>
        ApprovedText.Verify(Render(Outcomes, new Palette(IsColored: false)));

    [Fact]
    public void Colours_follow_the_outcome() =>
        ApprovedText.Verify(Render(Outcomes, new Palette(IsColored: true)).Replace("\e", "␛", StringComparison.Ordinal));

    [Fact]
    public void One_notebook_has_a_summary_too() =>
        ApprovedText.Verify(Render(Outcomes[..1], new Palette(IsColored: false)));

    private static string Render(NotebookOutcome[] outcomes, Palette palette) =>
        string.Join('\n', RunSummary.Lines(outcomes, TimeSpan.FromSeconds(72.5), width: 80, palette));
}
