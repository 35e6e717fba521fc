using System.Globalization;
using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Extensions;
using Microsoft.Testing.Platform.Extensions.CommandLine;

namespace IpytestNet.Testing.Platform;

/// <summary>The options that notebooks add to those of the platform.</summary>
internal sealed class NotebookOptions : NotebookExtension, ICommandLineOptionsProvider
{
    private const string Filter = "filter";
    private const string Markers = "filter-markers";
    private const string Workers = "notebook-workers";

    /// <inheritdoc/>
    public IReadOnlyCollection<CommandLineOption> GetCommandLineOptions() =>
    [
        new(Filter, "Run only the tests of notebooks whose names match, as pytest's -k has it: \"add and not rows\".", ArgumentArity.ExactlyOne, isHidden: false),
        new(Markers, "Run only the tests of notebooks whose markers match, as pytest's -m has it: \"not slow\".", ArgumentArity.ExactlyOne, isHidden: false),
        new(Workers, "How many notebooks run at the same time, each in a process of its own. Default: half of the processors.", ArgumentArity.ExactlyOne, isHidden: false),
    ];

    /// <inheritdoc/>
    public Task<ValidationResult> ValidateOptionArgumentsAsync(CommandLineOption commandOption, string[] arguments) =>
        commandOption.Name is Workers && !(int.TryParse(arguments[0], CultureInfo.InvariantCulture, out var workers) && workers > 0)
            ? ValidationResult.InvalidTask($"expected a number of at least 1, such as --{Workers} 2, but got '{arguments[0]}'")
            : ValidationResult.ValidTask;

    /// <inheritdoc/>
    public Task<ValidationResult> ValidateCommandLineOptionsAsync(ICommandLineOptions commandLineOptions) => ValidationResult.ValidTask;

    /// <summary>Reads what was asked for.</summary>
    public static RunChoices Read(ICommandLineOptions options) => new()
    {
        Arguments = [.. Passed(options, Filter, "-k"), .. Passed(options, Markers, "-m")],
        Workers = Value(options, Workers) is { } workers ? int.Parse(workers, CultureInfo.InvariantCulture) : Math.Max(1, Environment.ProcessorCount / 2),
    };

    private static string[] Passed(ICommandLineOptions options, string name, string option) => Value(options, name) is { } value ? [option, value] : [];

    private static string? Value(ICommandLineOptions options, string name) => options.TryGetOptionArgumentList(name, out var values) ? values[0] : null;
}
