using System.Text.Json.Nodes;
using IpytestNet.Execution;
using IpytestNet.Reporting;

namespace IpytestNet.Reports.ReportLog;

/// <summary>A failure as pytest's <c>longrepr</c>: where it crashed, and the entries of its trace.</summary>
internal static class LongRepr
{
    private const string Cause = "The above exception was the direct cause of the following exception:";

    /// <summary>Makes the object.</summary>
    public static JsonObject Of(FailureDetail failure)
    {
        // pytest's order: what caused it first.
        var exceptions = failure.Failure.Exceptions.Reverse().ToList();
        return new JsonObject
        {
            ["reprcrash"] = Place(failure.Place, failure.Message),
            ["reprtraceback"] = exceptions is [] ? null : Traceback(exceptions[^1]),
            ["sections"] = new JsonArray(),
            ["chain"] = new JsonArray([.. exceptions.Select((exception, index) => Link(exception, isLast: index == exceptions.Count - 1))]),
            ["message"] = failure.Message,
            ["text"] = failure.Text,
            ["native"] = failure.Failure.Exceptions is [var outermost, ..] ? outermost.NativeTrace : null,
        };
    }

    private static JsonArray Link(FailedException exception, bool isLast) =>
        new(Traceback(exception), Place(exception.Frames is [.., var last] ? last : null, Message(exception)), isLast ? null : Cause);

    private static JsonObject Traceback(FailedException exception) => new()
    {
        ["reprentries"] = new JsonArray([.. exception.Frames.Select((frame, index) => Entry(frame, index == exception.Frames.Count - 1 ? exception : null))]),
        ["extraline"] = null,
        ["style"] = "long",
    };

    private static JsonObject Entry(SourceFrame frame, FailedException? thrown) => new()
    {
        ["type"] = "ReprEntry",
        ["data"] = new JsonObject
        {
            ["lines"] = new JsonArray([.. thrown is null ? [] : ExceptionText.Lines(Message(thrown)).Select(line => JsonValue.Create($"E   {line}"))]),
            ["reprfuncargs"] = null,
            ["reprlocals"] = null,
            ["reprfileloc"] = Location(frame, thrown is null ? $"in {frame.Method}" : ExceptionText.ShortName(thrown)),
            ["style"] = "long",
        },
    };

    private static string Message(FailedException exception) =>
        exception.Note is null ? ExceptionText.Describe(exception) : $"{ExceptionText.Describe(exception)}\n{exception.Note}";

    private static JsonObject Location(SourceFrame frame, string message)
    {
        var place = Place(frame, message)!;
        place["function"] = frame.Method;
        return place;
    }

    private static JsonObject? Place(SourceFrame? frame, string message) => frame is null ? null : new JsonObject
    {
        ["path"] = frame.File,
        ["lineno"] = frame.Line,
        ["message"] = message,
    };
}
