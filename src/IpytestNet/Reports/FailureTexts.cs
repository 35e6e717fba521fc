using IpytestNet.CommandLine;
using IpytestNet.Execution;
using IpytestNet.Plugins;
using IpytestNet.Reporting;

namespace IpytestNet.Reports;

/// <summary>Writes down the failures of a run while its sources are at hand.</summary>
/// <param name="context">The run.</param>
/// <param name="color">Whether traces are written with colours too.</param>
internal sealed class FailureTexts(PluginContext context, bool color)
{
    private const int Width = 80;

    private readonly SourceExcerpts _sources = new(new FoundSources(context.FindSource));

    // A file has room for what the terminal is to leave out.
    private TracebackStyle Style => context.Options.Traceback is TracebackStyle.No or TracebackStyle.Line ? TracebackStyle.Auto : context.Options.Traceback;

    /// <summary>Writes down a failure, or the failure that was expected of a test; null for any other outcome.</summary>
    public FailureDetail? Of(RunMessage.TestFinished finished) => finished.Outcome switch
    {
        TestOutcome.Failed failed => Of(finished, failed.Failure, "call"),
        TestOutcome.Errored errored => Of(finished, errored.Failure, errored.When),
        TestOutcome.XFailed { Failure: { } failure } => Of(finished, failure, "call"),
        _ => null,
    };

    private FailureDetail Of(RunMessage.TestFinished finished, Failure failure, string when)
    {
        var failed = new FailedTest(finished.Test, failure, when, finished.StandardOutput, finished.StandardError);
        var detail = new FailureDetail(when, MessageOf(failed), TraceOf(failed, isColored: false), failed.Place, failure);
        return color ? detail with { ColoredText = TraceOf(failed, isColored: true) } : detail;
    }

    private string TraceOf(FailedTest failed, bool isColored)
    {
        var text = new StringWriter();
        new Traceback(new TerminalText(text, Width, isColored), _sources, Style, context.RootDirectory).Write(failed);
        return text.ToString().Trim('\n');
    }

    private static string MessageOf(FailedTest failed)
    {
        if (failed.Cause is not { } cause)
            return "failed without an exception";
        var message = ExceptionText.Describe(cause);
        return cause.Note is null ? message : $"{message}\n{cause.Note}";
    }
}
