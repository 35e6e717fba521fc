using IpytestNet.Assertions.Conditions;
using IpytestNet.Values;

namespace IpytestNet.Assertions;

/// <summary>A comparison with values in the place of its sides: <c>3 == 4</c>.</summary>
/// <param name="evidence">What is known of the condition.</param>
internal sealed class SubstitutedText(Evidence evidence)
{
    private const int MaxLength = 100;

    /// <summary>
    /// Writes a part that compares, or gives null if it is none, a value is not known, or the text would be too long or that of the source.
    /// </summary>
    public string? Of(Part part) => Written(part) is { Length: <= MaxLength } text && text != part.Text ? text : null;

    private string? Written(Part part) => part switch
    {
        Part.Comparison comparison => OfComparison(comparison),
        Part.Match match => evidence.TextOf(match.Input) is { } input ? $"{input} is {match.Pattern.Text}" : null,
        Part.Not not => Written(not.Operand) is { } operand ? $"!({operand})" : null,
        _ => null,
    };

    private string? OfComparison(Part.Comparison comparison)
    {
        var (left, right) = (evidence.TextOf(comparison.Left), evidence.TextOf(comparison.Right));
        if (left is null && right is null)
            return null;
        if (left == right && Inequality.IsClaimed(comparison, evidence.Truth.Of(comparison)))
            (left, right) = (WithType(comparison.Left, comparison.Right, left!), WithType(comparison.Right, comparison.Left, right!));
        left ??= AsWritten(comparison.Left);
        right ??= AsWritten(comparison.Right);
        return left is null || right is null ? null : $"{left} {comparison.Operator} {right}";
    }

    private string WithType(Part part, Part other, string text) =>
        evidence.TryValue(part, out var value) && evidence.TryValue(other, out var compared)
        && value is not null && compared is not null && value.GetType() != compared.GetType()
            ? $"{text} ({TypeName.Of(value.GetType())})"
            : text;

    // What has no type of its own, such as default or new(), cannot be kept; its text tells as much.
    private static string? AsWritten(Part part) => part is Part.Value { Slot: null, Parts: [] } ? part.Text : null;
}
