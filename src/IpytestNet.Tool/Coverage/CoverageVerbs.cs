using System.CommandLine;
using IpytestNet.Coverage.Reports;
using IpytestNet.Coverage.Settings;
using IpytestNet.Coverage.Storage;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Coverage;

/// <summary>The verb <c>coverage</c> with its own verbs and their options, named as those of coverage.py.</summary>
internal static class CoverageVerbs
{
    /// <summary>The verb <c>ipytest coverage</c>.</summary>
    public static Command Coverage(ToolConsole console) => new("coverage", "Report what runs with --cov have measured")
    {
        Combine(console),
        Report(console),
        Html(console),
        File(console, "xml", CoverageReportKind.Xml, "Write a report in Cobertura's XML, as CI servers read it", "coverage.xml"),
        File(console, "lcov", CoverageReportKind.Lcov, "Write a tracefile of lcov, as editors and genhtml read it", "coverage.lcov"),
        Json(console),
        Annotate(console),
        File(console, "markdown", CoverageReportKind.Markdown, "Write the table in Markdown to a file", CoverageReportRequest.DefaultMarkdown),
    };

    private static Command Combine(ToolConsole console)
    {
        var paths = new Argument<string[]>("PATHS") { Description = "Data files, and folders with files .coverage.*.json (default: this folder)", Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] };
        var append = new Option<bool>("--append", "-a") { Description = "Add to what the data file holds, and do not replace it" };
        var keep = new Option<bool>("--keep") { Description = "Keep the files that were combined" };
        var dataFile = DataOptions.DataFile();
        var command = new Command("combine", "Make one data file of several, such as those of parallel jobs") { paths, append, keep, dataFile };
        command.SetAction(parsed => new CombineCommand(console).Run(parsed.GetValue(dataFile) ?? CoverageFile.DefaultName, parsed.GetValue(paths)!, parsed.GetValue(append), parsed.GetValue(keep)));
        return command;
    }

    private static Command Report(ToolConsole console)
    {
        var data = new DataOptions();
        var table = new TableOptions();
        var command = data.AddTo(table.AddTo(new Command("report", "Print the table of cells and files")));
        command.SetAction(parsed => new CoverageCommand(console).Print(data.Of(parsed), table.Of(parsed)));
        return command;
    }

    private static Command Html(ToolConsole console)
    {
        var directory = new Option<string>("--directory", "-d") { Description = "The folder that they are written to (default: htmlcov)", HelpName = "DIR" };
        var title = new Option<string>("--title") { Description = "What stands at the top of the pages", HelpName = "TEXT" };
        return Writing(
            console,
            new Command("html", "Write pages that show each line of cells and files") { directory, title },
            parsed => new CoverageReportRequest(CoverageReportKind.Html) { Destination = parsed.GetValue(directory) },
            parsed => configured => configured with { HtmlTitle = parsed.GetValue(title) ?? configured.HtmlTitle });
    }

    private static Command Json(ToolConsole console)
    {
        var output = Output("coverage.json");
        var prettyPrint = new Option<bool>("--pretty-print") { Description = "Indent it for people to read" };
        return Writing(
            console,
            new Command("json", "Write a report in the JSON of coverage.py") { output, prettyPrint },
            parsed => new CoverageReportRequest(CoverageReportKind.Json) { Destination = parsed.GetValue(output) },
            parsed => configured => configured with { JsonPrettyPrint = parsed.GetValue(prettyPrint) ? true : configured.JsonPrettyPrint });
    }

    private static Command Annotate(ToolConsole console)
    {
        var directory = new Option<string>("--directory", "-d") { Description = "The folder that they are written to (default: beside the sources)", HelpName = "DIR" };
        return Writing(
            console,
            new Command("annotate", "Write copies of the sources with a sign before each line") { directory },
            parsed => new CoverageReportRequest(CoverageReportKind.Annotate) { Destination = parsed.GetValue(directory) },
            _ => configured => configured);
    }

    private static Command File(ToolConsole console, string name, CoverageReportKind kind, string description, string file)
    {
        var output = Output(file);
        return Writing(
            console,
            new Command(name, description) { output },
            parsed => new CoverageReportRequest(kind) { Destination = parsed.GetValue(output) },
            _ => configured => configured);
    }

    private static Option<string> Output(string file) => new("-o") { Description = $"The file that it is written to (default: {file})", HelpName = "FILE" };

    private static Command Writing(ToolConsole console, Command command, Func<ParseResult, CoverageReportRequest> request, Func<ParseResult, Func<CoverageSettings, CoverageSettings>> settings)
    {
        var data = new DataOptions();
        data.AddTo(command).SetAction(parsed => new CoverageCommand(console).Write(data.Of(parsed), request(parsed), settings(parsed)));
        return command;
    }
}
