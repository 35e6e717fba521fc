using System.CommandLine;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Export;

/// <summary>The verb <c>export</c> and its options.</summary>
internal static class ExportVerb
{
    /// <summary>The verb <c>ipytest export</c>.</summary>
    public static Command Export(ToolConsole console)
    {
        var notebook = new Argument<string>("NOTEBOOK") { Description = "A file: .ipynb, .dib, or .cs with `// %%` cells" };
        var output = new Option<string>("--output", "-o") { Description = "The folder of the project (default: one of the notebook's name beside it)", HelpName = "DIR" };
        var force = new Option<bool>("--force") { Description = "Write into a folder that is not empty; other files in it stay" };
        var library = new Option<string>("--ipytest") { Description = "Refer to the library of ipytest, for code that uses it: a version of the package, a project or an assembly (default: such code is left out)", HelpName = "PATH|VERSION" };
        var command = new Command("export", "Turn a notebook into an xUnit project that gives the same results") { notebook, output, force, library };
        command.SetAction(parsed => (int)new ExportCommand(console).Run(parsed.GetValue(notebook)!, parsed.GetValue(output), parsed.GetValue(force), parsed.GetValue(library)));
        return command;
    }
}
