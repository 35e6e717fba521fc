using IpytestNet.Assertions.Conditions;
using IpytestNet.Assertions.Differences;

namespace IpytestNet.Assertions;

/// <summary>Explains the outcome of a call whose meaning is known.</summary>
internal static class QuestionFinding
{
    /// <summary>Tells why the answer is what it is.</summary>
    public static Finding Of(Part.Question question, Evidence evidence)
    {
        if (evidence.Truth.Of(question) is not { } answer)
            return Finding.None;
        if (question.Meaning is Asked.All or Asked.Any)
            return PredicateFinding.Of(question, answer, evidence);
        return Explained(question, evidence, (left, right, comparison) => answer
            ? Confirmed(question, left, right, comparison, evidence)
            : Denied(question, left, right, comparison, evidence));
    }

    /// <summary>Tells how two strings differ of which a call said that one comes before the other.</summary>
    public static Finding OfOrder(Part.Question question, Evidence evidence) =>
        Explained(question, evidence, (left, right, comparison) => Denied(question, left, right, comparison, evidence));

    private static Finding Explained(Part.Question question, Evidence evidence, Func<object, object, AskedComparison, Finding> explain) =>
        AskedComparison.Of(question, evidence) is { IsKnown: true } comparison
        && evidence.TryValue(question.Left, out var left) && evidence.TryValue(question.Right, out var right) && left is not null && right is not null
            ? explain(left, right, comparison)
            : Finding.None;

    private static Finding Confirmed(Part.Question question, object left, object right, AskedComparison comparison, Evidence evidence) => question.Meaning switch
    {
        Asked.Contains when left is string text => TextFinding.Contained(text, right, comparison, evidence),
        Asked.Contains => ElementFinding.Contained(left, right, evidence.TextOf(question.Right!)!, comparison),
        _ => Finding.None,
    };

    private static Finding Denied(Part.Question question, object left, object right, AskedComparison comparison, Evidence evidence) => question.Meaning switch
    {
        Asked.Equal or Asked.Order when left is string text && right is string other && comparison.Strings is { } strings =>
            Differ(Difference.OfStrings(text, other, strings, evidence.Detail)),
        Asked.Equal or Asked.Order => NotEqual(left, right, evidence.Detail),
        Asked.Same => NotSame(left, right, evidence.Detail),
        Asked.SequenceEqual => Differ(Difference.OfSequences(left, right, evidence.Detail, comparison.IgnoresCase)),
        Asked.SetEqual or Asked.Subset or Asked.Superset => Differ(Difference.OfSets(left, right, question.Meaning, evidence.Detail)),
        Asked.Contains when left is string text => TextFinding.NotContained(text, right, comparison, evidence),
        Asked.Contains => ElementFinding.NotContained(left, right, evidence.TextOf(question.Right!)!, evidence),
        Asked.StartsWith or Asked.EndsWith when left is string text => TextFinding.NotAtEnd(text, right, question.Meaning, comparison, evidence),
        _ => Finding.None,
    };

    private static Finding Differ(Difference difference) => new(difference.Lines, difference.Notes);

    private static Finding NotEqual(object left, object right, Detail detail)
    {
        var found = Differ(Difference.Of(left, right, detail));
        return found.IsEmpty && left.GetType() != right.GetType() ? Finding.Note(TypeNames.Differ(left.GetType(), right.GetType())) : found;
    }

    private static Finding NotSame(object left, object right, Detail detail)
    {
        if (left is ValueType || right is ValueType)
            return Finding.Note("a value type is put into an object of its own each time, so its references are never the same");
        var difference = Difference.Of(left, right, detail);
        return difference.ContentsAreEqual
            ? Finding.Note("the contents are equal, but these are two objects")
            : new Finding(difference.Lines, [.. difference.Notes, "references are compared"]);
    }
}
