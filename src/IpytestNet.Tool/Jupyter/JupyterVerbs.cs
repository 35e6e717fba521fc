using System.CommandLine;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Jupyter;

/// <summary>The verbs <c>kernel</c> and <c>jupyter</c> with their options.</summary>
internal static class JupyterVerbs
{
    /// <summary>The verb <c>ipytest kernel</c>.</summary>
    public static Command Kernel(ToolConsole console)
    {
        var file = new Option<string>("--connection-file", "-f") { Description = "The connection file that Jupyter writes", HelpName = "FILE", Required = true };
        var noAutoConfig = new Option<bool>("--no-autoconfig") { Description = "Leave out the call of Ipytest.AutoConfig() before the first cell" };
        var memory = new Option<MemorySize>("--memory-limit")
        {
            Description = "Stop a cell when the kernel uses more memory, such as 4G or 500M; 0 for no limit (default: 80 % of what there is, or IPYTEST_MEMORY_LIMIT)",
            HelpName = "SIZE",
            CustomParser = result => MemorySize.Parse(result.Tokens[0].Value, result),
            DefaultValueFactory = result => console.Variable("IPYTEST_MEMORY_LIMIT") is { Length: > 0 } size ? MemorySize.Parse(size, result) : MemorySize.Default,
        };
        var command = new Command("kernel", "Run a kernel; Jupyter does this") { file, noAutoConfig, memory };
        command.SetAction(parsed => (int)new KernelCommand(console).Run(parsed.GetValue(file)!, autoConfig: !parsed.GetValue(noAutoConfig), parsed.GetValue(memory).Bytes));
        return command;
    }

    /// <summary>The verb <c>ipytest jupyter</c>.</summary>
    public static Command Jupyter(ToolConsole console) => new("jupyter", "Make the kernel known to Jupyter, JupyterLab and VS Code")
    {
        Install(console),
        Uninstall(console),
        List(console),
    };

    private static Command Install(ToolConsole console)
    {
        var place = new PlaceOptions();
        var displayName = new Option<string>("--display-name") { Description = "The name that people choose it by", HelpName = "NAME", DefaultValueFactory = _ => KernelSpec.DefaultDisplayName };
        var command = place.AddTo(new Command("install", "Install the kernel") { displayName });
        command.SetAction(parsed => (int)new JupyterCommand(console).Install(place.Of(parsed), place.NameIn(parsed), parsed.GetValue(displayName)!));
        return command;
    }

    private static Command Uninstall(ToolConsole console)
    {
        var place = new PlaceOptions();
        var command = place.AddTo(new Command("uninstall", "Remove the kernel"));
        command.SetAction(parsed => (int)new JupyterCommand(console).Uninstall(place.Of(parsed), place.NameIn(parsed)));
        return command;
    }

    private static Command List(ToolConsole console)
    {
        var command = new Command("list", "List the installed kernels of ipytest");
        command.SetAction(_ => (int)new JupyterCommand(console).List());
        return command;
    }
}
