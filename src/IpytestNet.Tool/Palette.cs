using IpytestNet.CommandLine;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>The colours of the command's own lines, or none.</summary>
/// <param name="IsColored">Whether there are any.</param>
internal sealed record Palette(bool IsColored)
{
    /// <summary>Chooses as pytest does: <c>--color</c>, then <c>NO_COLOR</c>, then <c>FORCE_COLOR</c>, then whether there is a terminal.</summary>
    public static Palette Choose(RunCommandLine commandLine, ToolConsole console) => new(commandLine.Options.Color switch
    {
        ColorMode.Yes => true,
        ColorMode.No => false,
        _ => !IsSet(console, "NO_COLOR") && (IsSet(console, "FORCE_COLOR") || console.IsTerminal),
    });

    /// <summary>Returns the option that gives the runs in the notebooks the same choice, where the terminal does not make it.</summary>
    public string[] AppendedOption(RunCommandLine commandLine, ToolConsole console) =>
        commandLine.SaysColor || (IsColored && console.IsTerminal) ? [] : [IsColored ? "--color=yes" : "--color=no"];

    public string Green(string text) => Paint(text, "32");

    public string Yellow(string text) => Paint(text, "33");

    public string Red(string text) => Paint(text, "1;31");

    public string Dim(string text) => Paint(text, "2");

    private static bool IsSet(ToolConsole console, string variable) => !string.IsNullOrEmpty(console.Variable(variable));

    private string Paint(string text, string code) => IsColored && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
