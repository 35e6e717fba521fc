using System.Reflection;
using IpytestNet.CommandLine;
using IpytestNet.Configuration;
using IpytestNet.Discovery;
using IpytestNet.Execution;
using IpytestNet.Sessions;

namespace IpytestNet;

/// <summary>Runs tests inside C# notebooks: the front door.</summary>
public static class Ipytest
{
    /// <summary>How the last run ended, or null before the first.</summary>
    public static ExitCode? ExitCode => NotebookSession.Current.ExitCode;

    /// <summary>The last test of the last run that failed, for a look into it; null if none did.</summary>
    public static LastFailure? LastFailure => NotebookSession.Current.LastFailure;

    /// <summary>The notebook as a module: the names that it defines.</summary>
    public static NotebookModule Notebook => NotebookSession.Current.Notebook;

    /// <summary>The version of ipytest.</summary>
    public static string Version { get; } =
        typeof(Ipytest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Configures the notebook with the recommended settings; a setting that is left out becomes its default.</summary>
    /// <param name="rewriteAsserts">Whether a failed assertion explains itself. Default true.</param>
    /// <param name="magics">Whether <c>%%ipytest</c> is known. Default true.</param>
    /// <param name="clean">The glob of the tests that <c>%%ipytest</c> forgets first, or false. Default <c>[Tt]est*</c>.</param>
    /// <param name="addopts">Arguments put before those of every run. Default <c>-q --color=yes</c>.</param>
    /// <param name="runInThread">Whether a run has a thread of its own. Default false.</param>
    /// <param name="defopts">Whether the notebook is added to the arguments: auto (unless a node id of it is given), true or false. Default auto.</param>
    /// <param name="displayColumns">The width of the report in columns, or false to leave it to the terminal. Default 100.</param>
    /// <param name="raiseOnError">Whether a run that does not end well throws <see cref="IpytestException"/>. Default false.</param>
    /// <param name="coverage">Whether coverage is measured. Default false.</param>
    /// <exception cref="ArgumentException">A value is not allowed; the message lists what is.</exception>
    public static void AutoConfig(
        Setting<bool> rewriteAsserts = default,
        Setting<bool> magics = default,
        CleanSetting clean = default,
        AddoptsSetting addopts = default,
        Setting<bool> runInThread = default,
        DefoptsSetting defopts = default,
        DisplayColumnsSetting displayColumns = default,
        Setting<bool> raiseOnError = default,
        Setting<bool> coverage = default)
    {
        var change = Change(rewriteAsserts, magics, clean, addopts, runInThread, defopts, displayColumns, raiseOnError, coverage);
        Configure(change.ApplyToAutoConfig);
    }

    /// <summary>Changes the configuration; a setting that is left out stays as it is. Without arguments it only tells the configuration.</summary>
    /// <inheritdoc cref="AutoConfig" path="/param"/>
    /// <inheritdoc cref="AutoConfig" path="/exception"/>
    /// <returns>The configuration from now on.</returns>
    public static IpytestConfig Config(
        Setting<bool> rewriteAsserts = default,
        Setting<bool> magics = default,
        CleanSetting clean = default,
        AddoptsSetting addopts = default,
        Setting<bool> runInThread = default,
        DefoptsSetting defopts = default,
        DisplayColumnsSetting displayColumns = default,
        Setting<bool> raiseOnError = default,
        Setting<bool> coverage = default)
    {
        var change = Change(rewriteAsserts, magics, clean, addopts, runInThread, defopts, displayColumns, raiseOnError, coverage);
        return Configure(change.ApplyToConfig);
    }

    /// <summary>Runs tests, those of the notebook unless told otherwise, and prints their report.</summary>
    /// <param name="arg1">An argument as on pytest's command line. One that begins with <c>-</c> and contains white space is split as a shell does.</param>
    /// <param name="arg2">The second argument.</param>
    /// <param name="arg3">The third argument.</param>
    /// <param name="arg4">The fourth argument.</param>
    /// <param name="arg5">The fifth argument.</param>
    /// <param name="arg6">The sixth argument.</param>
    /// <param name="module">What is tested: a type, an assembly or <see cref="Notebook"/>. Default the notebook.</param>
    /// <param name="plugins">Objects that take part in the run, of type <see cref="Plugins.IPlugin"/>.</param>
    /// <param name="addopts">As in <see cref="AutoConfig"/>, for this run only.</param>
    /// <param name="runInThread">As in <see cref="AutoConfig"/>, for this run only.</param>
    /// <param name="defopts">As in <see cref="AutoConfig"/>, for this run only.</param>
    /// <param name="displayColumns">As in <see cref="AutoConfig"/>, for this run only.</param>
    /// <param name="raiseOnError">As in <see cref="AutoConfig"/>, for this run only.</param>
    /// <param name="coverage">As in <see cref="AutoConfig"/>, for this run only.</param>
    /// <param name="display">How the notebook shows the result: <c>text</c>, or <c>html</c> for a table with failures to open. Default text.</param>
    /// <returns>How the run ended.</returns>
    /// <exception cref="IpytestException">The run did not end well and <paramref name="raiseOnError"/> is set.</exception>
    /// <exception cref="InvalidOperationException">A run is under way already.</exception>
    public static ExitCode Run(
        string? arg1 = null,
        string? arg2 = null,
        string? arg3 = null,
        string? arg4 = null,
        string? arg5 = null,
        string? arg6 = null,
        object? module = null,
        IEnumerable<object>? plugins = null,
        AddoptsSetting addopts = default,
        Setting<bool> runInThread = default,
        DefoptsSetting defopts = default,
        DisplayColumnsSetting displayColumns = default,
        Setting<bool> raiseOnError = default,
        Setting<bool> coverage = default,
        string? display = null)
    {
        var settings = RunSettings.Of(module, plugins, addopts, runInThread, defopts, displayColumns, raiseOnError, coverage, display);
        return Wait(Start(settings, [arg1, arg2, arg3, arg4, arg5, arg6], CancellationToken.None));
    }

    /// <summary>Runs tests with any number of arguments.</summary>
    /// <inheritdoc cref="Run(string?, string?, string?, string?, string?, string?, object?, IEnumerable{object}?, AddoptsSetting, Setting{bool}, DefoptsSetting, DisplayColumnsSetting, Setting{bool}, Setting{bool}, string?)"/>
    /// <param name="args">The arguments as on pytest's command line.</param>
    public static ExitCode Run(params string[] args) => Wait(Start(RunSettings.None, args, CancellationToken.None));

    /// <inheritdoc cref="Run(string?, string?, string?, string?, string?, string?, object?, IEnumerable{object}?, AddoptsSetting, Setting{bool}, DefoptsSetting, DisplayColumnsSetting, Setting{bool}, Setting{bool}, string?)"/>
    /// <param name="cancellationToken">Interrupts the run, which then ends with <see cref="ExitCode.Interrupted"/>.</param>
#pragma warning disable CS1573 // The other parameters are those of Run, which inheritdoc brings.
    public static Task<ExitCode> RunAsync(
        string? arg1 = null,
        string? arg2 = null,
        string? arg3 = null,
        string? arg4 = null,
        string? arg5 = null,
        string? arg6 = null,
        object? module = null,
        IEnumerable<object>? plugins = null,
        AddoptsSetting addopts = default,
        Setting<bool> runInThread = default,
        DefoptsSetting defopts = default,
        DisplayColumnsSetting displayColumns = default,
        Setting<bool> raiseOnError = default,
        Setting<bool> coverage = default,
        string? display = null,
        CancellationToken cancellationToken = default)
#pragma warning restore CS1573
    {
        var settings = RunSettings.Of(module, plugins, addopts, runInThread, defopts, displayColumns, raiseOnError, coverage, display);
        return Start(settings, [arg1, arg2, arg3, arg4, arg5, arg6], cancellationToken);
    }

    /// <summary>Forgets tests of earlier cells, so that the next run does not run them.</summary>
    /// <param name="pattern">The names to forget, as a glob; false forgets none. Default the configured pattern, which also forgets every test found by attribute.</param>
    /// <param name="module">The notebook as a module. Default the notebook.</param>
    public static void Clean(CleanSetting pattern = default, NotebookModule? module = null)
    {
        var session = module?.Session ?? NotebookSession.Current;
        if (session.Host is null)
            throw new InvalidOperationException("Ipytest.Clean forgets definitions of a notebook, and no notebook runs here.");
        if (new ConfigChange { Clean = pattern }.ApplyToConfig(session.Config).Clean is { } glob)
            NotebookTests.Clean(session, glob, all: false);
    }

    private static IpytestConfig Configure(Func<IpytestConfig, IpytestConfig> change)
    {
        var session = NotebookSession.Current;
        var config = session.Configure(change);
        IpytestMagic.Switch(session, config);
        RewriteAssertTransformer.Switch(session.Host, config);
        return config;
    }

    // An interrupt of the cell reaches this thread too; the run ends by itself then, with its report.
    private static ExitCode Wait(Task<ExitCode> run)
    {
        while (true)
        {
            try
            {
                return run.GetAwaiter().GetResult();
            }
            catch (ThreadInterruptedException) when (!run.IsCompleted)
            {
            }
        }
    }

    private static async Task<ExitCode> Start(RunSettings settings, IEnumerable<string?> arguments, CancellationToken cancellationToken)
    {
        var session = NotebookSession.Current;
        var request = settings.ToRequest(session, RunArguments.Expand(arguments.OfType<string>()));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, session.Host?.Interruption ?? CancellationToken.None);
        return await new TestRun(session, request).RunAsync(either.Token);
    }

    private static ConfigChange Change(
        Setting<bool> rewriteAsserts,
        Setting<bool> magics,
        CleanSetting clean,
        AddoptsSetting addopts,
        Setting<bool> runInThread,
        DefoptsSetting defopts,
        DisplayColumnsSetting displayColumns,
        Setting<bool> raiseOnError,
        Setting<bool> coverage) => new()
        {
            RewriteAsserts = rewriteAsserts,
            Magics = magics,
            Clean = clean,
            Addopts = addopts,
            RunInThread = runInThread,
            Defopts = defopts,
            DisplayColumns = displayColumns,
            RaiseOnError = raiseOnError,
            Coverage = coverage,
        };
}
