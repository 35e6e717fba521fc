using System.Text.Json.Nodes;

namespace IpytestNet.Testing.Platform.Log;

/// <summary>Reads tests out of the lines of a report log.</summary>
internal static class TestRecords
{
    private const string Skipped = "Skipped: ";

    // Those that say how a test is run, and not what it is about.
    private static readonly string[] BuiltInMarkers = ["parametrize", "skip", "skipif", "xfail"];

    /// <summary>Reads a test that was found.</summary>
    public static LoggedTest Collected(JsonNode item)
    {
        var id = Text(item["nodeid"]);
        var cut = id.IndexOf("::", StringComparison.Ordinal);
        var (module, node) = (id[..cut], id[(cut + 2)..]);
        var location = item["location"]!.AsArray();
        var file = Text(location[0]);
        return new LoggedTest
        {
            Node = node,
            Name = Text(location[2]),
            Definition = file == module ? null : new LoggedPlace(file, location[1]!.GetValue<int>() + 1),
            Markers = [.. item["markers"]!.AsArray().Select(Text).Except(BuiltInMarkers, StringComparer.Ordinal)],
            IsOfNotebook = file == module && (node is LoggedTest.WholeNotebook || node.StartsWith("In[", StringComparison.Ordinal)),
        };
    }

    /// <summary>Reads a test that has run, from the reports of its phases.</summary>
    public static LoggedTest Ended(IReadOnlyList<JsonNode> phases)
    {
        var test = Collected(phases[0]);
        var failures = phases.Where(phase => Text(phase["outcome"]) is "failed").Select(phase => Failure(phase, test)).ToList();
        var sections = phases[^1]["sections"]!.AsArray();
        return test with
        {
            End = EndOf(phases, failures),
            Reason = phases.Select(ReasonOf).FirstOrDefault(reason => reason is not null) ?? "",
            Failures = failures,
            Start = DateTimeOffset.UnixEpoch.AddSeconds(phases[0]["start"]!.GetValue<double>()),
            Duration = TimeSpan.FromSeconds(phases.Sum(phase => phase["duration"]!.GetValue<double>())),
            StandardOutput = Written(sections, "Captured stdout "),
            StandardError = Written(sections, "Captured stderr "),
        };
    }

    private static TestEnd EndOf(IReadOnlyList<JsonNode> phases, List<LoggedFailure> failures) => failures switch
    {
        [{ When: "call", Message: var message }, ..] => message.StartsWith("Timeout >", StringComparison.Ordinal) ? TestEnd.TimedOut : TestEnd.Failed,
        [_, ..] => TestEnd.Errored,
        _ => phases.Any(phase => Text(phase["outcome"]) is "skipped") ? TestEnd.Skipped : TestEnd.Passed,
    };

    private static string? ReasonOf(JsonNode phase) => Text(phase["outcome"]) is not "skipped" ? null : phase["wasxfail"] is { } reason
        ? $"failed as expected{(Text(reason) is { Length: > 0 } text ? $": {text}" : "")}"
        : Text(phase["longrepr"]![2])[Skipped.Length..];

    // Where no code threw, there is no more to show than a sentence, behind a word for what stands in the place of an exception.
    private static LoggedFailure Failure(JsonNode phase, LoggedTest test)
    {
        var failure = phase["longrepr"]!;
        var message = Text(failure["message"]);
        var (shown, text) = test switch
        {
            { IsOfNotebook: true } when Text(failure["native"]) == message => (message[(message.IndexOf(": ", StringComparison.Ordinal) + 2)..], ""),
            { IsOfNotebook: true } => (message, Text(failure["native"])),
            _ => (message, Text(failure["text"])),
        };
        return new LoggedFailure(Text(phase["when"]), shown, text, [.. Frames(failure)]);
    }

    // The log has what caused it first, and the outermost call first.
    private static IEnumerable<LoggedPlace> Frames(JsonNode failure) =>
        from link in failure["chain"]!.AsArray().Reverse()
        from entry in link![0]!["reprentries"]!.AsArray().Reverse()
        let place = entry!["data"]!["reprfileloc"]
        select new LoggedPlace(Text(place["path"]), place["lineno"]!.GetValue<int>(), Text(place["function"]));

    private static string Written(JsonArray sections, string title) =>
        string.Concat(sections.Where(section => Text(section![0]).StartsWith(title, StringComparison.Ordinal)).Select(section => Text(section![1])));

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
