using System.CommandLine;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Doctor;

/// <summary>The verb <c>ipytest doctor</c>.</summary>
internal static class DoctorVerb
{
    /// <summary>The verb.</summary>
    public static Command Doctor(ToolConsole console)
    {
        var command = new Command("doctor", "Say what is found of .NET, Jupyter and the kernel, and what to do about the rest");
        command.SetAction(_ => (int)new DoctorCommand(console).Run());
        return command;
    }
}
