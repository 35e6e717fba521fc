using System.CommandLine;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Strip;

/// <summary>The verb <c>strip</c> and its options.</summary>
internal static class StripVerb
{
    /// <summary>The verb <c>ipytest strip</c>.</summary>
    public static Command Strip(ToolConsole console)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Notebooks in any language, folders and patterns; - for a filter from standard input to standard output", Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = "Change nothing, list the notebooks that would be stripped, and exit with 1 if there is any" };
        var keepOutput = new Option<bool>("--keep-output") { Description = "Leave the outputs of all cells" };
        var keepCount = new Option<bool>("--keep-count") { Description = "Leave the execution counts" };
        var metadata = new Option<bool>("--metadata") { Description = "Take out volatile metadata too: widgets, the version of the language, what is collapsed or scrolled" };
        var command = new Command("strip", "Take outputs and execution counts out of notebooks") { paths, check, keepOutput, keepCount, metadata };
        command.SetAction(parsed =>
        {
            var options = new StripOptions { KeepOutput = parsed.GetValue(keepOutput), KeepCount = parsed.GetValue(keepCount), Metadata = parsed.GetValue(metadata) };
            return (int)new StripCommand(console, options, parsed.GetValue(check)).Run(parsed.GetValue(paths)!);
        });
        return command;
    }
}
