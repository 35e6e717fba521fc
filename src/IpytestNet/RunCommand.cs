using IpytestNet.CommandLine;
using IpytestNet.Discovery;
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

    /// <summary>Node ids from the command that runs the notebook; they narrow what the run selects.</summary>
    public IReadOnlyList<string> AppendedTargets { get; private init; } = [];

    /// <summary>Whether the command that runs the notebook selects tests.</summary>
    public bool SelectsFromOutside { get; private init; }

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

    /// <summary>Reads the options and targets.</summary>
    /// <param name="ofPlugins">The options of plugins.</param>
    /// <exception cref="UsageException">They are wrong.</exception>
    public RunCommand Parse(IReadOnlyList<Option> ofPlugins)
    {
        var known = new OptionLookup([.. OptionTable.All, .. ofPlugins]);
        var own = OptionParser.Parse(_addopts, _arguments, [], known);
        var appended = OptionParser.Parse([], [], _appended, known);
        return this with
        {
            Options = OptionParser.Parse(_addopts, _arguments, _appended, known),
            Targets = AddsModule(known) ? [.. own.Targets, Module] : own.Targets,
            AppendedTargets = appended.Targets,
            SelectsFromOutside = appended.Keyword is not null || appended.Deselect.Count > 0 || appended.Targets.Count > 0,
        };
    }

    private bool AddsModule(OptionLookup known) => _defopts switch
    {
        Defopts.True => true,
        Defopts.False => false,
        _ => DefaultOptions.EvalAuto([.. _addopts, .. _arguments], Module, known),
    };
}
