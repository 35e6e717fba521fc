using IpytestNet.CommandLine;
using IpytestNet.Execution;

namespace IpytestNet.Plugins;

/// <summary>The plugins of a run: each hook goes to each of them; one that throws is named once and left out from then on.</summary>
internal sealed class PluginHost(IReadOnlyList<IPlugin> plugins, TextWriter errors)
{
    private readonly List<IPlugin> _plugins = [.. plugins];

    /// <summary>Those that still take part.</summary>
    public IReadOnlyList<IPlugin> Plugins => _plugins;

    /// <summary>The options that plugins add, as the command line knows them.</summary>
    public static IReadOnlyList<Option> OptionsOf(IEnumerable<IPlugin> plugins) =>
        [.. plugins.SelectMany(plugin => plugin.Options).Select(Option)];

    /// <summary>Lets the plugins learn the options.</summary>
    /// <exception cref="UsageException">An option does not fit.</exception>
    public void Configure(PluginContext context) => ForEach(plugin => plugin.Configure(context), mayRefuse: true);

    /// <summary>Lets the plugins change what runs, and in which order.</summary>
    public IReadOnlyList<TestCase> ModifyItems(IReadOnlyList<TestCase> tests)
    {
        ForEach(plugin => tests = plugin.ModifyItems(tests) ?? throw new InvalidOperationException("ModifyItems gave null; give the tests that are to run."));
        return tests;
    }

    /// <summary>Hands out a message.</summary>
    public void Send(RunMessage message) => ForEach(plugin => plugin.Handle(message));

    /// <summary>Collects the lines of the header.</summary>
    public IReadOnlyList<string> ReportHeader() => Lines(plugin => plugin.ReportHeader());

    /// <summary>Collects the lines about the selection.</summary>
    public IReadOnlyList<string> ReportCollected() => Lines(plugin => plugin.ReportCollected());

    /// <summary>Collects the lines for the end.</summary>
    public IReadOnlyList<string> TerminalSummary() => Lines(plugin => plugin.TerminalSummary());

    /// <summary>Says that a plugin threw.</summary>
    public static string Problem(Type plugin, Exception exception) =>
        $"The plugin {plugin.Name} threw {exception.GetType().Name}: {exception.Message.TrimEnd('.')}. It is left out of the rest of this run.";

    private static Option Option(PluginOption option) => new(
        option.Group,
        [option.Name, .. option.Aliases],
        option.ValueName,
        option.Help,
        (options, value) => options with { PluginValues = Added(options.PluginValues, option.Name, value) });

    private static Dictionary<string, IReadOnlyList<string>> Added(IReadOnlyDictionary<string, IReadOnlyList<string>> values, string name, string value) =>
        new(values, StringComparer.Ordinal) { [name] = [.. values.GetValueOrDefault(name) ?? [], value] };

    private List<string> Lines(Func<IPlugin, IEnumerable<string>> of)
    {
        var lines = new List<string>();
        ForEach(plugin => lines.AddRange(of(plugin)));
        return lines;
    }

    private void ForEach(Action<IPlugin> hook, bool mayRefuse = false)
    {
        foreach (var plugin in _plugins.ToArray())
        {
            try
            {
                hook(plugin);
            }
            catch (Exception exception) when (!mayRefuse || exception is not UsageException)
            {
                _plugins.Remove(plugin);
                errors.WriteLine(Problem(plugin.GetType(), exception));
            }
        }
    }
}
