using IpytestNet.CommandLine;
using IpytestNet.Discovery;
using IpytestNet.Hosting;
using IpytestNet.Sessions;

namespace IpytestNet;

/// <summary>The magic <c>%%ipytest</c>: forgets earlier tests, runs the cell, then runs its tests.</summary>
internal sealed class IpytestMagic(NotebookSession session)
{
    /// <summary>The name of the magic.</summary>
    public const string Name = "ipytest";

    // What can be asked without any code.
    private static readonly string[] Questions = ["-h", "--help", "-V", "--version", "--markers"];

    /// <summary>Whether arguments ask something, so that a cell needs no code below them.</summary>
    public static bool IsQuestion(IEnumerable<string> arguments) => arguments.Intersect(Questions).Any();

    /// <summary>Makes the magic known to the notebook, or takes it away, as the configuration says.</summary>
    public static void Switch(NotebookSession session, IpytestConfig config)
    {
        if (config.Magics)
            session.Host?.AddMagic(Name, call => new IpytestMagic(session).RunAsync(call));
        else
            session.Host?.RemoveMagic(Name);
    }

    /// <summary>Runs a cell under the magic.</summary>
    public async Task RunAsync(MagicCall call)
    {
        var arguments = ShellWords.Split(call.Arguments);
        if (string.IsNullOrWhiteSpace(call.Body) && IsQuestion(arguments))
        {
            await Run(RunSettings.None).RunAsync(session.Host!.Interruption);
            return;
        }

        // Examples are in the documentation of earlier cells; a cell that runs them needs nothing of its own.
        if (string.IsNullOrWhiteSpace(call.Body) && !arguments.Any(argument => argument.StartsWith("--doctest-", StringComparison.Ordinal)))
            throw new UsageException("%%ipytest is a cell magic, but the cell has no code below it; write tests there, or call Ipytest.Run() to run those of earlier cells");
        var run = Run(await RunSettings.EvaluateAsync(session, call.Options));

        if (session.Config.Clean is { } pattern)
            NotebookTests.Clean(session, pattern, all: true);
        session.ReloadChanged();
        run.ConsiderCoverage();
        await session.Host!.RunCellAsync(call.Body);
        await run.RunAsync(session.Host.Interruption);

        TestRun Run(RunSettings settings) => new(session, settings.ToRequest(session, arguments));
    }
}
