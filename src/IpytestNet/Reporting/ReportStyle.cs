using IpytestNet.CommandLine;

namespace IpytestNet.Reporting;

/// <summary>How a terminal report is to look.</summary>
internal sealed record ReportStyle
{
    /// <summary>The options of the run, of which verbosity, traceback style, capture and collect-only are looked at.</summary>
    public required RunOptions Options { get; init; }

    /// <summary>Whether escape sequences for colour are written.</summary>
    /// <value>Default false.</value>
    public bool Color { get; init; }

    /// <summary>The number of columns that lines are filled to; less than 20 counts as 20.</summary>
    /// <value>Default 80.</value>
    public int Width { get; init; } = 80;

    /// <summary>The name of the notebook, as tests bear it in <see cref="Execution.TestCase.Module"/>.</summary>
    public required string ModuleName { get; init; }

    /// <summary>Where the source lines around a failure come from.</summary>
    public required ISources Sources { get; init; }

    /// <summary>The line under <c>test session starts</c> that names platform and versions.</summary>
    /// <value>Default what is found at run time.</value>
    public string Header { get; init; } = PlatformLine.Current;

    /// <summary>The ini file, or null; its folder is the root directory of the header.</summary>
    /// <value>Default null.</value>
    public string? ConfigFile { get; init; }

    /// <summary>Gives the lines that plugins add to the header.</summary>
    /// <value>Default none.</value>
    public Func<IReadOnlyList<string>> MoreHeader { get; init; } = () => [];

    /// <summary>Gives the lines that plugins add to the end, before the counts.</summary>
    /// <value>Default none.</value>
    public Func<IReadOnlyList<string>> MoreSummary { get; init; } = () => [];

    /// <summary>Lets a person look into the first failure (<c>--pdb</c>); null where nobody answers.</summary>
    public PostMortemPrompt? Prompt { get; init; }
}
