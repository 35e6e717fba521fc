using System.CommandLine;
using IpytestNet.Coverage.Reports;

namespace IpytestNet.Tool.Coverage;

/// <summary>The options of <c>ipytest coverage report</c>.</summary>
internal sealed class TableOptions
{
    private readonly Option<bool> _showMissing = new("--show-missing", "-m") { Description = "Show the lines and branches that are missing" };
    private readonly Option<bool> _skipCovered = new("--skip-covered") { Description = "Leave out files that are covered as a whole" };
    private readonly Option<bool> _skipEmpty = new("--skip-empty") { Description = "Leave out files without executable lines" };
    private readonly Option<string> _sort = new("--sort")
    {
        Description = "The column to sort by: name, stmts, miss, branch, brpart or cover; -cover for descending (default: name)",
        HelpName = "COLUMN",
    };
    private readonly Option<string> _format = new("--format") { Description = "How it looks: text, markdown or total", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };

    /// <summary>Adds the options to a command.</summary>
    public Command AddTo(Command command)
    {
        _format.AcceptOnlyFromAmong("text", "markdown", "total");
        foreach (var option in (Option[])[_showMissing, _skipCovered, _skipEmpty, _sort, _format])
            command.Add(option);
        return command;
    }

    /// <summary>The values that were given, over those that are configured.</summary>
    public Func<CoverageTableOptions, CoverageTableOptions> Of(ParseResult parsed) => configured => configured with
    {
        ShowMissing = parsed.GetValue(_showMissing) || configured.ShowMissing,
        SkipCovered = parsed.GetValue(_skipCovered) || configured.SkipCovered,
        SkipEmpty = parsed.GetValue(_skipEmpty) || configured.SkipEmpty,
        Sort = parsed.GetValue(_sort) ?? configured.Sort,
        Format = Enum.Parse<CoverageTableFormat>(parsed.GetValue(_format)!, ignoreCase: true),
    };
}
