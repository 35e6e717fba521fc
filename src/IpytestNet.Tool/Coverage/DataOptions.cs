using System.CommandLine;
using IpytestNet.Coverage.Storage;

namespace IpytestNet.Tool.Coverage;

/// <summary>The options that say which data a report is made of, and how much must be covered.</summary>
internal sealed class DataOptions
{
    private readonly Option<string> _dataFile = DataFile();
    private readonly Option<string[]> _include = Patterns("--include", "Report only cells and files that match one of these patterns, such as src/*,In*");
    private readonly Option<string[]> _omit = Patterns("--omit", "Leave out cells and files that match one of these patterns");
    private readonly Option<double?> _failUnder = new("--fail-under") { Description = "Exit with 2 if less than this percentage is covered in total", HelpName = "MIN" };
    private readonly Option<string> _config = new("--rcfile") { Description = "The configuration (default: .coveragerc, setup.cfg, tox.ini, pyproject.toml or *.runsettings)", HelpName = "FILE" };
    private readonly Option<int?> _precision = new("--precision") { Description = "The digits after the decimal point of percentages (default: 0)", HelpName = "N" };

    /// <summary>Adds the options to a command.</summary>
    public Command AddTo(Command command)
    {
        _failUnder.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is < 0 or > 100)
                result.AddError($"expected a percentage from 0 to 100 as --fail-under, but got '{result.Tokens[0].Value}'");
        });
        _precision.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > 9)
                result.AddError($"expected a number from 0 to 9 as --precision, but got '{result.Tokens[0].Value}'");
        });
        foreach (var option in (Option[])[_precision, _include, _omit, _failUnder, _dataFile, _config])
            command.Add(option);
        return command;
    }

    /// <summary>The values that were given.</summary>
    public DataChoice Of(ParseResult parsed) => new(parsed.GetValue(_dataFile))
    {
        Include = Split(parsed.GetValue(_include)),
        Omit = Split(parsed.GetValue(_omit)),
        FailUnder = parsed.GetValue(_failUnder),
        Precision = parsed.GetValue(_precision),
        Config = parsed.GetValue(_config),
    };

    /// <summary>The option with the data file.</summary>
    public static Option<string> DataFile() => new("--data-file")
    {
        Description = $"The file with what was measured (default: {CoverageFile.DefaultName})",
        HelpName = "FILE",
    };

    private static Option<string[]> Patterns(string name, string description) => new(name) { Description = description, HelpName = "PATTERNS" };

    private static IReadOnlyList<string> Split(string[]? values) =>
        [.. (values ?? []).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
