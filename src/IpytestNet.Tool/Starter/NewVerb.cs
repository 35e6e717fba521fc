using System.CommandLine;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Starter;

/// <summary>The verb <c>new</c> and its options.</summary>
internal static class NewVerb
{
    /// <summary>The verb <c>ipytest new</c>.</summary>
    public static Command New(ToolConsole console)
    {
        var name = new Argument<string>("NAME") { Description = "The file: .ipynb, .dib, or .cs with `// %%` cells; without an extension .ipynb is added" };
        var force = new Option<bool>("--force") { Description = "Replace a file of that name" };
        var command = new Command("new", "Write a starter notebook with a function and its tests") { name, force };
        command.SetAction(parsed => (int)new NewCommand(console).Run(parsed.GetValue(name)!, parsed.GetValue(force)));
        return command;
    }
}
