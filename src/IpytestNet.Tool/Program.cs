using System.Globalization;
using IpytestNet.Tool.Terminal;
using IpytestNet.Tool.Watch;

namespace IpytestNet.Tool;

/// <summary>The command <c>ipytest</c>.</summary>
internal static class Program
{
    /// <summary>Runs the command; the exit code is that of <see cref="ExitCode"/>.</summary>
    internal static ExitCode Run(string[] args, ToolConsole console, CancellationToken interruption = default)
    {
        try
        {
            return args switch
            {
                ["run", .. var arguments] => new RunCommand(console, interruption).Run(arguments),
                ["watch", .. var arguments] => new WatchCommand(console, interruption).Run(arguments),
                [NotebookJobCommand.Verb, .. var projects] => new NotebookJobCommand(console, interruption).Run(projects),
                [WatchJobCommand.Verb, .. var projects] => new WatchJobCommand(console, interruption).Run(projects),
                _ => Verbs.Invoke(args, console),
            };
        }
        catch (Exception e)
        {
            console.Error.WriteLine($"ipytest: {InternalError.Describe(e, console)}");
            return ExitCode.InternalError;
        }
    }

    private static void Main(string[] args)
    {
        // The same output everywhere; a notebook may choose another culture for itself.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        using var interruption = new Interruption();
        var exitCode = Run(args, ToolConsole.OfProcess(), interruption.Token);
        // Not by returning: a thread that a notebook has left running would keep the process alive.
        Environment.Exit((int)exitCode);
    }
}
