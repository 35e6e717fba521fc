using System.Collections;
using IpytestNet.Assertions.Conditions;
using IpytestNet.Assertions.Differences;
using IpytestNet.Values;

namespace IpytestNet.Assertions;

/// <summary>Explains that a collection does not have an element.</summary>
internal static class ElementFinding
{
    private const int MaxSearched = 1_000;

    /// <summary>Tells how many elements there are, and which one looks like the one that is missing.</summary>
    /// <param name="collection">The collection that was asked.</param>
    /// <param name="element">The element that it does not have.</param>
    /// <param name="text">The element as text.</param>
    /// <param name="evidence">What is known of the condition.</param>
    public static Finding NotContained(object collection, object element, string text, Evidence evidence)
    {
        if (ElementsOf(collection, element) is not { Problem: null } elements)
            return Finding.None;
        var count = elements.Count ?? elements.Items.Count;
        if (count == 0)
            return Finding.Line("the sequence is empty");
        var noun = AsksForKey(collection, element) ? "key" : "element";
        return new Finding(
            [$"{text} is not {(count == 1 ? $"the only {noun}" : $"among {count} {noun}s")}"],
            Lookalike(elements.Items, element, noun, item => evidence.TextOf(item) == text) is { } note ? [note] : []);
    }

    /// <summary>Tells where a collection has an element that it was not to have.</summary>
    /// <param name="collection">The collection that was asked.</param>
    /// <param name="element">The element that it has.</param>
    /// <param name="text">The element as text.</param>
    /// <param name="comparison">How strings were compared.</param>
    public static Finding Contained(object collection, object element, string text, AskedComparison comparison)
    {
        if (collection is not (IList or IRecording) || ReadableElements(collection) is not { Problem: null } elements)
            return Finding.None;
        var items = elements.Items.ToList();
        var index = items.FindIndex(item => IsSame(item, element, comparison));
        if (index < 0)
            index = items.FindIndex(item => item is not null && ComparedValues.AreAlike(item, element));
        return index < 0 ? Finding.None : Finding.Line($"{text} is at index {index}");
    }

    // The equality of the user's types is not asked.
    private static bool IsSame(object? item, object element, AskedComparison comparison) => (item, element) switch
    {
        (string text, string wanted) => string.Equals(text, wanted, comparison.Strings ?? StringComparison.Ordinal),
        _ => ReferenceEquals(item, element)
            || item?.GetType() == element.GetType() && ValueKinds.Of(item.GetType()) is ValueKind.Scalar && item.Equals(element),
    };

    private static Elements? ReadableElements(object collection) => collection is IRecording recording
        ? new Elements(recording.Yielded, Count: null, HasMore: false)
        : Elements.Read((IEnumerable)collection, MaxSearched);

    private static Elements? ElementsOf(object collection, object element) => collection switch
    {
        IRecording { IsComplete: true } recording => new Elements(recording.Yielded, recording.Count, HasMore: false),
        IRecording => null,
        IDictionary dictionary when AsksForKey(collection, element) => Elements.Read(dictionary.Keys, MaxSearched),
        IEnumerable sequence when Elements.IsCollection(sequence) => Elements.Read(sequence, MaxSearched),
        _ => null,
    };

    private static bool AsksForKey(object collection, object element) => collection is IDictionary && Entry.Of(element) is null;

    private static string? Lookalike(IReadOnlyList<object?> items, object element, string noun, Func<object, bool> looksAlike)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is { } item && Likeness(item, element, looksAlike) is { } likeness)
                return $"the {noun} at index {i} {likeness}";
        }

        return null;
    }

    private static string? Likeness(object item, object element, Func<object, bool> looksAlike) => (item, element) switch
    {
        (string text, string wanted) => string.Equals(text, wanted, StringComparison.OrdinalIgnoreCase) ? "differs only in case" : null,
        (Enum, _) => null,
        _ when item.GetType() != element.GetType() =>
            looksAlike(item) ? $"looks alike, but is {TypeName.Of(item.GetType())}, not {TypeName.Of(element.GetType())}" : null,
        (ValueType, _) => null,
        _ => looksAlike(item) ? "looks alike, but is another object" : null,
    };
}
