using System.Collections;
using IpytestNet.Assertions.Conditions;
using IpytestNet.Assertions.Differences;
using IpytestNet.Values;

namespace IpytestNet.Assertions;

/// <summary>The values of the parts that were evaluated, a line each.</summary>
internal static class WhereLines
{
    private const string First = "  where ";
    private const string Further = "        ";

    /// <summary>Writes the lines: those of the deciding parts first, a part before those within it.</summary>
    /// <param name="evidence">What is known of the condition.</param>
    public static IEnumerable<string> Of(Evidence evidence)
    {
        var condition = evidence.Evaluation.Site.Condition;
        var told = new HashSet<Part>(Told(condition).Prepend(condition), ReferenceEqualityComparer.Instance);
        var parts = Composition.Deciders(condition, evidence.Truth)
            .Append(condition)
            .SelectMany(PartTree.WithParts)
            // That a truth was false is said already; that it was null is not.
            .Where(part => !(told.Contains(part) && evidence.TryValue(part, out var value) && value is bool) && !SaysNothing(part, evidence));
        return KeptValues.Of(parts, evidence.Evaluation, evidence.Detail).Select((line, i) => (i == 0 ? First : Further) + line);
    }

    // Each of these has a line with its truth already; what is nothing but a value has its place here also.
    private static IEnumerable<Part> Told(Part part) =>
        (part is Part.Comparison ? [] : Composition.Of(part))
        .SelectMany(operand => operand is Part.Value ? [] : Told(operand).Prepend(operand));

    // What an object such as a comparer is for is said by its name in the source.
    private static bool SaysNothing(Part part, Evidence evidence)
    {
        if (!evidence.Evaluation.Has(part) || !evidence.TryValue(part, out var value))
            return false;
        return value is Delegate function && evidence.TextOf(function) == TypeName.Of(function.GetType())
            || value is not (null or ValueType or IEnumerable) && ValueKinds.IsFramework(value.GetType()) && evidence.TextOf(value).EndsWith(" {}", StringComparison.Ordinal);
    }
}
