using System.CommandLine;
using System.CommandLine.Help;
using IpytestNet.Tool.Coverage;
using IpytestNet.Tool.Doctor;
using IpytestNet.Tool.Export;
using IpytestNet.Tool.Jupyter;
using IpytestNet.Tool.Starter;
using IpytestNet.Tool.Strip;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>What <c>ipytest</c> understands before a verb takes over: help and version.</summary>
internal static class Verbs
{
    public static ExitCode Invoke(string[] args, ToolConsole console)
    {
        var version = new Option<bool>("--version", "-V") { Description = "Show the version" };
        var root = new Command("ipytest", "Runs the tests of C# notebooks.")
        {
            new HelpOption("--help", "-h") { Description = "Show this help; `ipytest run --help` tells more", Action = new HelpAction { MaxWidth = RunHelp.Fit(console.Width) } },
            version,
            new Command("run", "Run notebooks from top to bottom, and the tests in them"),
            new Command("watch", "Run notebooks, and again whenever they or the code under test change"),
            NewVerb.New(console),
            ExportVerb.Export(console),
            StripVerb.Strip(console),
            CoverageVerbs.Coverage(console),
            JupyterVerbs.Jupyter(console),
            JupyterVerbs.Kernel(console),
            DoctorVerb.Doctor(console),
        };
        root.SetAction(parsed => Answer(parsed, version, console));

        var parsed = root.Parse(args);
        if (parsed.Errors is [var error, ..] && parsed.Action is not HelpAction)
        {
            console.Error.WriteLine($"ipytest: error: {error.Message}\nTo run notebooks: ipytest run PATH...   To learn more: ipytest --help");
            return ExitCode.UsageError;
        }
        return (ExitCode)parsed.Invoke(new InvocationConfiguration { Output = console.Out, Error = console.Error, EnableDefaultExceptionHandler = false });
    }

    private static int Answer(ParseResult parsed, Option<bool> version, ToolConsole console)
    {
        if (parsed.GetValue(version))
        {
            console.Out.WriteLine($"ipytest {Ipytest.Version}");
            return (int)ExitCode.Ok;
        }

        new HelpAction().Invoke(parsed);
        // A command that was put together wrongly must not pass for a green run.
        return (int)ExitCode.UsageError;
    }
}
