using IpytestNet.Execution;

namespace IpytestNet.Plugins;

/// <summary>What takes part in a run: the reports, and objects given to <c>Ipytest.Run(plugins: …)</c>. Each member is optional.</summary>
/// <remarks>
/// The hooks are pytest's: <c>pytest_addoption</c>, <c>pytest_configure</c>, <c>pytest_collection_modifyitems</c>,
/// <c>pytest_report_header</c>, <c>pytest_terminal_summary</c>, and all that happens between as messages. Functions of the
/// plugin with <see cref="FixtureAttribute"/> are fixtures. A plugin that throws is named once and left out of the rest of the run.
/// </remarks>
public interface IPlugin
{
    /// <summary>The name under which <c>-p no:NAME</c> leaves it out.</summary>
    string Name => GetType().Name;

    /// <summary>Options that it adds to the command line.</summary>
    IReadOnlyList<PluginOption> Options => [];

    /// <summary>Learns the options of the run, before any test is collected.</summary>
    /// <param name="context">The run.</param>
    /// <exception cref="CommandLine.UsageException">An option does not fit: the run ends before any test, with exit code 4.</exception>
    void Configure(PluginContext context)
    {
    }

    /// <summary>Puts the selected tests into another order, or leaves some out.</summary>
    /// <param name="tests">The tests that will run.</param>
    /// <returns>Those that will run instead.</returns>
    IReadOnlyList<TestCase> ModifyItems(IReadOnlyList<TestCase> tests) => tests;

    /// <summary>Takes one message, in the order in which things happen.</summary>
    /// <param name="message">What happens.</param>
    void Handle(RunMessage message)
    {
    }

    /// <summary>Lines for the header of the report.</summary>
    IEnumerable<string> ReportHeader() => [];

    /// <summary>Lines that say what was selected and in which order, below the number of collected tests (<c>pytest_report_collectionfinish</c>).</summary>
    IEnumerable<string> ReportCollected() => [];

    /// <summary>Lines for the end of the report, before its counts.</summary>
    IEnumerable<string> TerminalSummary() => [];
}
