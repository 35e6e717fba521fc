using IpytestNet.CommandLine;
using IpytestNet.Discovery;
using IpytestNet.Plugins;
using IpytestNet.Reporting;
using IpytestNet.Selection;
using IpytestNet.Sessions;

namespace IpytestNet;

/// <summary>Answers the options that only ask: help, version, fixtures, markers.</summary>
internal static class RunListing
{
    /// <summary>Writes what is asked for.</summary>
    /// <returns>Whether anything was, so that nothing is to run.</returns>
    /// <param name="session">The notebook.</param>
    /// <param name="command">The arguments of the run.</param>
    /// <param name="plugins">Its plugins.</param>
    /// <param name="width">The width of a line in columns.</param>
    public static bool Write(NotebookSession session, RunCommand command, RunPlugins plugins, int width)
    {
        var options = command.Options;
        var output = Console.Out;
        if (options.Help)
            output.WriteLine(HelpText.Render(width, PluginHost.OptionsOf(plugins.All)));
        else if (options.Version)
            output.WriteLine($"ipytest {Ipytest.Version}");
        else if (options.ListFixtures)
            new FixtureList(new TerminalText(output, width, RunReporting.IsColored(options)), options.Verbosity > 0).Write(NotebookFixtures.Find(session, plugins.All));
        else if (options.ListMarkers)
            output.WriteLine(string.Join('\n', new MarkerRegistry(command.Ini).Listing()));
        else
            return false;
        return true;
    }
}
