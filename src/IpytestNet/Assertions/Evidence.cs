using System.Collections;
using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Assertions;

/// <summary>What is known of the parts of a condition that does not hold.</summary>
/// <param name="Evaluation">The values that were kept.</param>
/// <param name="Truth">What follows from them.</param>
/// <param name="Detail">How much is said.</param>
internal sealed record Evidence(Evaluation Evaluation, Truth Truth, Detail Detail)
{
    /// <summary>Gives the value of a part; false if it is not known.</summary>
    public bool TryValue(Part? part, out object? value)
    {
        value = part switch
        {
            Part.Constant constant => constant.Known,
            { Slot: not null } => Kept(part.Slot.Value),
            Part.Tuple tuple => WrittenTuple(tuple),
            Part.List list => WrittenList(list),
            null => null,
            _ => Truth.Of(part),
        };
        return value is not null || part is Part.Constant || part is not null && Evaluation.Has(part);
    }

    /// <summary>Writes the value of a part, or gives null if it is not known.</summary>
    public string? TextOf(Part part) => part switch
    {
        Part.Constant { Name: { } name } => name,
        Part.Tuple { Slot: null } tuple => TextOf(tuple),
        _ => TryValue(part, out var value) ? TextOf(value) : null,
    };

    /// <summary>Writes a value.</summary>
    public string TextOf(object? value) => KeptText.Of(value, Detail);

    private string? TextOf(Part.Tuple tuple)
    {
        var elements = tuple.Elements.Select(TextOf).ToList();
        return elements.Contains(null) ? null : $"({string.Join(", ", elements)})";
    }

    private object? Kept(int slot) => Evaluation.Has(slot) ? Evaluation.Values[slot] : null;

    private WrittenTuple? WrittenTuple(Part.Tuple tuple) => ValuesOf(tuple.Elements) is { } elements ? new WrittenTuple(elements) : null;

    private object?[]? ValuesOf(IReadOnlyList<Part> parts)
    {
        var values = new object?[parts.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (!TryValue(parts[i], out values[i]))
                return null;
        }

        return values;
    }

    private Array? WrittenList(Part.List list)
    {
        var elements = new List<object?>();
        foreach (var part in list.Elements)
        {
            if (part is Part.Spread spread)
            {
                if (!TryValue(spread.Collection, out var inner) || inner is not ICollection collection)
                    return null;
                elements.AddRange(collection.Cast<object?>());
            }
            else
            {
                // Of a constant of an enum only the number is known.
                if (part is Part.Constant { Name: not null } || !TryValue(part, out var element))
                    return null;
                elements.Add(element);
            }
        }

        return WrittenCollection.Of(elements, list.ElementType);
    }
}
