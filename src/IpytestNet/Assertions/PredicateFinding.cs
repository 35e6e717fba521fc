using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Assertions;

/// <summary>Names the element that decided a call such as <c>All</c> or <c>Any</c>.</summary>
internal static class PredicateFinding
{
    /// <summary>Tells at which element the predicate gave the answer, or that it did at none.</summary>
    public static Finding Of(Part.Question question, bool answer, Evidence evidence)
    {
        if (question.Observed is not { } observed)
            return Unobserved(question, answer, evidence);
        if (evidence.Evaluation.Values[observed.Calls] is not int calls)
            return Finding.None;

        var isDecidedByOne = calls > 0 && answer == question.Meaning is Asked.Any;
        return Answered(observed.Method, answer, isDecidedByOne ? AtLast(observed, calls, evidence) : AtNone(question.Meaning, calls));
    }

    /// <summary>Tells of a predicate that is no lambda what its answer says of all elements; it is not asked again.</summary>
    private static Finding Unobserved(Part.Question question, bool answer, Evidence evidence)
    {
        if (!evidence.TryValue(question.Left, out var sequence))
            return Finding.None;
        if (answer == question.Meaning is Asked.Any && sequence is IRecording { IsComplete: false } recording && recording.Count == recording.Yielded.Count && recording.Count > 0)
            return Answered(question.Method, answer, $" at index {recording.Count - 1}: {evidence.TextOf(recording.Yielded[^1])}");
        return CountOf(sequence) is { } count ? Answered(question.Method, answer, AtSome(question.Meaning, answer, count)) : Finding.None;
    }

    private static Finding Answered(string method, bool answer, string reason) => Finding.Line($"{method} is {(answer ? "true" : "false")}{reason}");

    private static string AtSome(Asked meaning, bool answer, int count) => (meaning, answer, count) switch
    {
        (Asked.All, true, _) or (Asked.Any, false, _) or (_, _, 0) => AtNone(meaning, count),
        (Asked.All, _, 1) => ": the only element did not match",
        (Asked.All, _, _) => $": not all of {count} elements matched",
        (_, _, 1) => ": the only element matched",
        _ => $": at least one of {count} elements matched",
    };

    private static string AtLast(Observation observed, int calls, Evidence evidence) =>
        $" at index {calls - 1}: {observed.Parameter} = {evidence.TextOf(evidence.Evaluation.Values[observed.LastArgument])}";

    private static string AtNone(Asked meaning, int calls) => (meaning, calls) switch
    {
        (_, 0) => ": the sequence is empty",
        (Asked.Any, 1) => ": the only element did not match",
        (Asked.Any, _) => $": none of {calls} elements matched",
        (_, 1) => ": the only element matched",
        _ => $": all of {calls} elements matched",
    };

    private static int? CountOf(object? sequence) => sequence switch
    {
        IRecording recording => recording.IsComplete ? recording.Count : null,
        null => null,
        _ => MemberReader.CountOf(sequence),
    };
}
