using System.Globalization;

namespace IpytestNet.CommandLine;

/// <summary>Options that measure coverage: those of pytest-cov.</summary>
internal static class CoverageOptions
{
    private const string Group = "coverage";

    public static IReadOnlyList<Option> All { get; } =
    [
        new(Group, ["--cov"], "TARGET",
            "Measure coverage of --cov=TARGET: a cell such as In[3], a project, a namespace or a pattern of paths; without a value, of the notebook "
            + "and its projects. May be given several times.",
            (options, value) => With(options, cov => cov with
            {
                IsOn = true,
                IsWhole = cov.IsWhole || value.Length == 0,
                Targets = value.Length == 0 ? cov.Targets : [.. cov.Targets, value],
            })) { ValueIsOptional = true },
        new(Group, ["--cov-reset"], null,
            "Forget the targets given so far.",
            (options, _) => With(options, cov => cov with { Targets = [], IsWhole = false })),
        new(Group, ["--cov-branch"], null,
            "Measure branches too.",
            (options, _) => With(options, cov => cov with { Branch = true })),
        new(Group, ["--cov-report"], "TYPE",
            "How coverage is shown: term, term-missing (either with :skip-covered), html, xml, json, lcov, annotate, markdown, "
            + "markdown-append (each with :PATH), or nothing. May be given several times. Default term.",
            (options, value) => With(options, cov => cov with { Reports = [.. cov.Reports ?? [], value] })),
        new(Group, ["--cov-config"], "PATH",
            "The configuration of coverage. Default .coveragerc, setup.cfg, tox.ini, pyproject.toml or *.runsettings.",
            (options, value) => With(options, cov => cov with { Config = value })),
        new(Group, ["--cov-fail-under"], "PERCENT",
            "Fail if the total is less.",
            (options, value) => With(options, cov => cov with { FailUnder = Percent(value) })),
        new(Group, ["--cov-precision"], "N",
            "The digits behind the decimal point of percentages.",
            (options, value) => With(options, cov => cov with { Precision = Math.Min(9, OptionValue.Count("--cov-precision", value)) })),
        new(Group, ["--cov-append"], null,
            "Add to what was measured before.",
            (options, _) => With(options, cov => cov with { Append = true })),
        new(Group, ["--cov-context"], "CONTEXT",
            "Tell which test hit which line: test.",
            (options, value) => With(options, cov => cov with { TestContexts = OptionValue.Choice("--cov-context", value, ("test", true)) })),
        new(Group, ["--no-cov"], null,
            "Measure nothing.",
            (options, _) => options with { Coverage = options.Coverage with { IsOff = true } }),
        new(Group, ["--no-cov-on-fail"], null,
            "Show no coverage when a test has failed.",
            (options, _) => options with { Coverage = options.Coverage with { NoneOnFail = true } }),
    ];

    /// <summary>Whether an argument is about coverage.</summary>
    public static bool Has(string argument) => argument.StartsWith("--cov", StringComparison.Ordinal) || argument.StartsWith("--no-cov", StringComparison.Ordinal);

    private static RunOptions With(RunOptions options, Func<CoverageRequest, CoverageRequest> change) =>
        options with { Coverage = change(options.Coverage) with { IsOverruled = options.Coverage.IsOff } };

    private static double Percent(string value)
    {
        if (!double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent))
            throw OptionValue.Wrong($"argument --cov-fail-under: invalid float value: '{value}' (write a percentage, such as 80 or 92.5)");
        return percent <= 100
            ? percent
            : throw OptionValue.Wrong($"argument --cov-fail-under: expected 100 or less, but got {value}: more than all cannot be covered");
    }
}
