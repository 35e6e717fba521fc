using IpytestNet.Cells;
using IpytestNet.CommandLine;
using IpytestNet.Configuration;
using IpytestNet.Hosting;
using IpytestNet.Plugins;
using IpytestNet.Sessions;

namespace IpytestNet;

/// <summary>The settings of one run, as arguments of <c>Run</c> or in the line <c>// ipytest: …</c> of a cell.</summary>
internal sealed record RunSettings
{
    /// <summary>Nothing set.</summary>
    public static RunSettings None { get; } = new();

    private object? Module { get; init; }

    private IReadOnlyList<IPlugin> Plugins { get; init; } = [];

    private ConfigChange Change { get; init; } = new();

    private string? Display { get; init; }

    /// <summary>Takes the arguments of <c>Run</c>.</summary>
    public static RunSettings Of(
        object? module,
        IEnumerable<object>? plugins,
        AddoptsSetting addopts,
        Setting<bool> runInThread,
        DefoptsSetting defopts,
        DisplayColumnsSetting displayColumns,
        Setting<bool> raiseOnError,
        Setting<bool> coverage,
        string? display) => new()
        {
            Module = module,
            Display = display,
            Plugins = [.. (plugins ?? []).Select(Plugin)],
            Change = new ConfigChange
            {
                Addopts = addopts,
                RunInThread = runInThread,
                Defopts = defopts,
                DisplayColumns = displayColumns,
                RaiseOnError = raiseOnError,
                Coverage = coverage,
            },
        };

    /// <summary>Evaluates the settings in a cell's options line, as C# expressions in the notebook's scope.</summary>
    /// <exception cref="UsageException">A name is not known, or a value does not fit; the message names the setting.</exception>
    public static async Task<RunSettings> EvaluateAsync(NotebookSession session, string? line)
    {
        var settings = None;
        foreach (var (written, expression) in RunOptionsLine.Parse(line ?? ""))
        {
            var name = SettingNames.FindOfRun(written)
                ?? throw new UsageException(
                    $"// ipytest: there is no setting '{written}' of a run; expected one of {string.Join(", ", SettingNames.OfRun)}");
            settings = await settings.SetAsync(session, name, expression);
        }

        return settings;
    }

    /// <summary>Makes a request of the settings and the arguments.</summary>
    public RunRequest ToRequest(NotebookSession session, IReadOnlyList<string> arguments) => new()
    {
        Arguments = Display is null ? arguments : [$"--display={Display}", .. arguments],
        Config = Change.ApplyToRun(session.Config),
        Module = Module,
        Plugins = Plugins,
    };

    private static IPlugin Plugin(object plugin) => plugin as IPlugin
        ?? throw new ArgumentException(
            $"plugins: expected objects that implement IpytestNet.Plugins.IPlugin, but got {plugin?.GetType().Name ?? "null"}.", nameof(plugin));

    private async Task<RunSettings> SetAsync(NotebookSession session, string name, string expression)
    {
        try
        {
            return name switch
            {
                "module" => this with { Module = await Evaluate<object>() },
                "plugins" => this with { Plugins = [.. (await Evaluate<IEnumerable<object>>()).Select(Plugin)] },
                "addopts" => this with { Change = Change with { Addopts = await Evaluate<AddoptsSetting>() } },
                "runInThread" => this with { Change = Change with { RunInThread = await Evaluate<Setting<bool>>() } },
                "defopts" => this with { Change = Change with { Defopts = await Evaluate<DefoptsSetting>() } },
                "displayColumns" => this with { Change = Change with { DisplayColumns = await Evaluate<DisplayColumnsSetting>() } },
                "raiseOnError" => this with { Change = Change with { RaiseOnError = await Evaluate<Setting<bool>>() } },
                "coverage" => this with { Change = Change with { Coverage = await Evaluate<Setting<bool>>() } },
                "display" => this with { Display = await Evaluate<string?>() },
                _ => throw new InvalidOperationException($"The setting {name} of a run has no reader."),
            };
        }
        catch (CompilationException error)
        {
            throw new UsageException($"// ipytest: the value of '{name}' is not what was expected: {expression} ({error.Problems[0].Message})");
        }

        async Task<T> Evaluate<T>()
        {
            try
            {
                return (T)(await session.Host!.EvaluateAsync(expression, typeof(T)))!;
            }
            catch (Exception error) when (error is not (CompilationException or OperationCanceledException or ThreadInterruptedException))
            {
                throw new UsageException($"// ipytest: the value of '{name}' could not be found: {expression} threw {error.GetType().Name}: {error.Message}");
            }
        }
    }
}
