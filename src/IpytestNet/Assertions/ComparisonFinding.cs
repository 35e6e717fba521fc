using System.Collections;
using IpytestNet.Assertions.Conditions;
using IpytestNet.Assertions.Differences;
using IpytestNet.Values;

namespace IpytestNet.Assertions;

/// <summary>Explains the outcome of a comparison.</summary>
internal static class ComparisonFinding
{
    /// <summary>Tells how the sides differ, or what the operator has to do with the outcome.</summary>
    public static Finding Of(Part.Comparison comparison, Evidence evidence)
    {
        if (!ComparedValues.TryGet(comparison, evidence, out var left, out var right))
            return Finding.None;
        var truth = evidence.Truth.Of(comparison);
        if (Inequality.IsClaimed(comparison, truth) && Ordered(comparison) is { } order)
            return QuestionFinding.OfOrder(order, evidence);
        if (Inequality.IsClaimed(comparison, truth))
            return left is null || right is null ? Finding.None : Unequal(comparison, left, right, evidence.Detail);
        if (comparison.ReferenceType is not null && truth is not null && left is not null && ReferenceEquals(left, right))
            return Finding.Note($"both sides are one and the same object, and {comparison.Operator} on {comparison.ReferenceType} is a reference comparison");
        return comparison.Operator is "==" or "!=" || truth != false ? Finding.None : Unordered(left, right);
    }

    /// <summary>Gives the call that orders two strings, if the comparison is of its answer with 0.</summary>
    private static Part.Question? Ordered(Part.Comparison comparison) => (comparison.Left, comparison.Right) switch
    {
        (Part.Question { Meaning: Asked.Order } order, Part.Constant { Known: 0 }) => order,
        (Part.Constant { Known: 0 }, Part.Question { Meaning: Asked.Order } order) => order,
        _ => null,
    };

    private static Finding Unequal(Part.Comparison comparison, object left, object right, Detail detail)
    {
        var difference = Difference.Of(left, right, detail);
        if (comparison.ReferenceType is not { } type)
            return new Finding(difference.Lines, difference.Notes);
        var note = $"{comparison.Operator} on {type} is a reference comparison";
        return difference.ContentsAreEqual
            ? Finding.Note($"the contents are equal, but {note}{Advice(left, right)}")
            : new Finding(difference.Lines, [.. difference.Notes, note]);
    }

    private static Finding Unordered(object? left, object? right)
    {
        if (left is null || right is null)
            return Finding.Note("a comparison with null is false");
        return IsNaN(left) || IsNaN(right) ? Finding.Note("a comparison with NaN is false") : Finding.None;
    }

    private static bool IsNaN(object value) => value is double.NaN or float.NaN || value is Half half && Half.IsNaN(half);

    private static string Advice(object left, object right) => (Method(left), Method(right)) switch
    {
        ({ } method, { } other) when method == other => $" (use {method})",
        _ => "",
    };

    private static string? Method(object value) => value switch
    {
        string or ValueType => nameof(Equals),
        IDictionary => null,
        IEnumerable when Elements.InterfaceOf(value.GetType(), typeof(IReadOnlyDictionary<,>)) is not null => null,
        IEnumerable when Elements.InterfaceOf(value.GetType(), typeof(ISet<>)) is not null => nameof(ISet<>.SetEquals),
        IEnumerable => nameof(Enumerable.SequenceEqual),
        _ => null,
    };
}
