using IpytestNet.CommandLine;
using IpytestNet.Discovery;
using IpytestNet.Ini;
using IpytestNet.Sessions;

namespace IpytestNet;

/// <summary>The arguments of a run from all sources, with the names in braces replaced.</summary>
internal sealed record RunCommand
{
    private IReadOnlyList<string> _addopts = [];
    private IReadOnlyList<string> _arguments = [];
    private IReadOnlyList<string> _appended = [];
    private Defopts _defopts;

    /// <summary>The name of what is tested by default.</summary>
    public required string Module { get; init; }

    /// <summary>The options.</summary>
    public RunOptions Options { get; private init; } = new();

    /// <summary>The node ids and paths to run, the default one among them if it is asked for.</summary>
    public IReadOnlyList<string> Targets { get; private init; } = [];

    /// <summary>What the command that runs the notebook asks for by itself; its targets narrow what the run selects.</summary>
    public RunOptions Appended { get; private init; } = new();

    /// <summary>What <c>ipytest.ini</c> says.</summary>
    public IniSettings Ini { get; private init; } = IniSettings.None;

    /// <summary>The arguments from all sources.</summary>
    public IReadOnlyList<string> Arguments => [.. _addopts, .. _arguments, .. _appended];

    /// <summary>Takes the arguments of a request; nothing is parsed yet.</summary>
    /// <exception cref="KeyNotFoundException">A name in braces is not known.</exception>
    /// <exception cref="FormatException">Braces do not match.</exception>
    public static RunCommand Of(NotebookSession session, RunRequest request)
    {
        var module = TestCollection.ModuleName(session, request.Module);
        var mapping = new ArgMapping(module);
        return new RunCommand
        {
            Module = module,
            _addopts = [.. request.Config.Addopts.Select(Format)],
            _arguments = [.. request.Arguments.Select(Format)],
            _appended = session.AppendedArguments,
            _defopts = request.Config.Defopts,
        };

        string Format(string argument) => ArgumentFormatter.Format(argument, mapping);
    }

    /// <summary>Takes in an ini file, whose arguments come before all others.</summary>
    public RunCommand With(IniSettings ini) => this with { Ini = ini, _addopts = [.. ini.Arguments, .. _addopts] };

    /// <summary>Reads the options and targets.</summary>
    /// <param name="ofPlugins">The options of plugins.</param>
    /// <exception cref="UsageException">They are wrong.</exception>
    public RunCommand Parse(IReadOnlyList<Option> ofPlugins)
    {
        try
        {
            return Parse(new OptionLookup([.. OptionTable.All, .. ofPlugins]));
        }
        catch (UsageException error) when (Ini.Arguments.Count > 0)
        {
            // They may be the wrong ones, and the user looks for them in the cell.
            throw new UsageException($"{error.Message}\n  inifile: {Ini.Path}") { ShowsUsage = error.ShowsUsage };
        }
    }

    private RunCommand Parse(OptionLookup known)
    {
        var own = OptionParser.Parse(_addopts, _arguments, [], known);
        var options = OptionParser.Parse(_addopts, _arguments, _appended, known);
        var ignored = new IgnoredPaths(options.Ignore, Environment.CurrentDirectory);
        return this with
        {
            Options = options,
            Targets = [.. (AddsModule(known) ? [.. own.Targets, Module] : own.Targets).Where(target => !ignored.Contain(target))],
            Appended = OptionParser.Parse([], [], _appended, known),
        };
    }

    private bool AddsModule(OptionLookup known) => _defopts switch
    {
        Defopts.True => true,
        Defopts.False => false,
        _ => DefaultOptions.EvalAuto([.. _addopts, .. _arguments], Module, known),
    };
}
