using System.Collections;
using System.Reflection;
using IpytestNet.CommandLine;
using IpytestNet.Configuration;
using IpytestNet.Coverage;
using IpytestNet.Coverage.Reports.Html;
using IpytestNet.Discovery;
using IpytestNet.Execution;
using IpytestNet.Hosting;
using IpytestNet.Modules;
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

    /// <summary>
    /// Brings the newest code on disk of modules, and of those that depend on them: code that is compiled from now on sees it, and what
    /// was compiled before keeps what it has. What has not changed stays as it is.
    /// </summary>
    /// <param name="name1">A project, assembly, package or loaded file; <c>Shop</c> is also all whose names begin with <c>Shop.</c>.</param>
    /// <param name="name2">The second name.</param>
    /// <param name="name3">The third name.</param>
    /// <param name="name4">The fourth name.</param>
    /// <param name="name5">The fifth name.</param>
    /// <param name="name6">The sixth name.</param>
    /// <param name="modules">A dictionary with names as keys, of which those entries are removed instead. Default none.</param>
    /// <exception cref="ArgumentException">There is no such module; the message lists those that there are.</exception>
    /// <exception cref="CompilationException">The code does not compile; the version before stays in use.</exception>
    public static void ForceReload(
        string? name1 = null,
        string? name2 = null,
        string? name3 = null,
        string? name4 = null,
        string? name5 = null,
        string? name6 = null,
        IDictionary? modules = null)
    {
        string[] names = [.. new[] { name1, name2, name3, name4, name5, name6 }.OfType<string>()];
        if (modules is not null)
            ModuleNames.Remove(modules, names);
        else
            ForceReload(names);
    }

    /// <summary>Does so for any number of modules.</summary>
    /// <inheritdoc cref="ForceReload(string?, string?, string?, string?, string?, string?, IDictionary?)" path="/exception"/>
    /// <param name="names">Their names.</param>
    public static void ForceReload(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var known = ModulesOf(NotebookSession.Current, nameof(ForceReload));
        known.Reload(ModuleNames.Find(known, names));
    }

    /// <summary>Brings the newest code on disk of modules that are given by name, assembly or type; else as <see cref="ForceReload(string[])"/>.</summary>
    /// <inheritdoc cref="ForceReload(string[])" path="/exception"/>
    /// <param name="modules">Names, objects of type <see cref="Assembly"/>, or of type <see cref="Type"/> for the assembly that has it.</param>
    public static void Reload(params object[] modules)
    {
        ArgumentNullException.ThrowIfNull(modules);
        var known = ModulesOf(NotebookSession.Current, nameof(Reload));
        known.Reload(ModuleNames.Find(known, modules.Select(module => ModuleNames.Of(module, known))));
    }

    /// <summary>
    /// Switches on that each test run begins with the newest code on disk of all modules that have changed, by content; a cell under
    /// <c>%%ipytest</c> is then compiled with it. A run whose code does not compile is an error.
    /// </summary>
    /// <param name="enabled">False to switch it off.</param>
    public static void AutoReload(bool enabled = true) => NotebookSession.Current.AutoReload = enabled;

    /// <summary>Shows what the last run has measured: the sources of cells and files, with what ran of them.</summary>
    /// <exception cref="InvalidOperationException">No run has measured coverage yet.</exception>
    public static void ShowCoverage()
    {
        var session = NotebookSession.Current;
        var data = session.Coverage.Last
            ?? throw new InvalidOperationException("Ipytest.ShowCoverage shows what the last run has measured, but none has yet; run tests with coverage: true, or with --cov.");
        if (session.Host is { } host)
            host.Display(CellSources.Text(data), CellSources.Html(data));
        else
            Console.WriteLine(CellSources.Text(data));
    }

    private static ICodeModules ModulesOf(NotebookSession session, string method) => session.Host?.Modules
        ?? throw new InvalidOperationException($"Ipytest.{method} reloads the code that a notebook uses, and no notebook runs here.");

    private static IpytestConfig Configure(Func<IpytestConfig, IpytestConfig> change)
    {
        var session = NotebookSession.Current;
        var before = session.Config;
        var config = session.Configure(change);
        IpytestMagic.Switch(session, config);
        RewriteAssertTransformer.Switch(session.Host, config);
        if (before.Coverage && !config.Coverage)
            session.Coverage.End();
        CoverageStart.Consider(session, config.Coverage, config.Addopts);
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
        session.ReloadChanged();
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
