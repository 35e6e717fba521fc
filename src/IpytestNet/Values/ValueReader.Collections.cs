using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace IpytestNet.Values;

internal sealed partial class ValueReader
{
    private ValueShape ReadSequence(IEnumerable sequence, int depth)
    {
        var type = sequence.GetType();
        if (!options.EnumerateLazy && !Elements.IsCollection(sequence))
            return NotEnumerated(Elements.InterfaceOf(type, typeof(IEnumerable<>)) ?? typeof(IEnumerable));
        return Elements.InterfaceOf(type, typeof(IGrouping<,>)) is { } grouping
            ? ReadFrom(
                sequence,
                "Key",
                () => grouping.GetProperty("Key")!.GetValue(sequence, BindingFlags.DoNotWrapExceptions, binder: null, index: null, culture: null),
                key => Labeled(key, ReadElements(FirstOf(sequence, depth), depth)))
            : ReadElements(FirstOf(sequence, depth), depth);
    }

    private Elements FirstOf(IEnumerable sequence, int depth) => Elements.Read(sequence, depth < options.MaxDepth ? options.MaxElements : 0);

    private ValueShape.Group ReadElements(Elements elements, int depth)
    {
        var (open, close) = elements.IsDictionary ? ("{", '}') : ("[", ']');
        Open(open);
        var parts = new List<ValueShape>();
        foreach (var item in elements.Items.Take(options.MaxElements).TakeWhile(_ => _room > 0))
            parts.Add(elements.AreBytes ? Leaf($"0x{item:X2}") : Read(item, depth + 1));

        if (elements.Problem is { } problem)
            parts.Add(Leaf(Line(problem)));
        else if (elements.HasMore || elements.Items.Count > parts.Count)
            parts.Add(Leaf(elements.Count is { } count && parts.Count > 0 ? $"... {count - parts.Count} more" : Ellipsis));
        return new ValueShape.Group(open, parts, close);
    }

    /// <summary>Reads one dimension of an array of several.</summary>
    /// <param name="array">The array.</param>
    /// <param name="indices">The indices of the dimensions before.</param>
    /// <param name="depth">The depth of the array; its dimensions count as one.</param>
    private ValueShape.Group ReadArray(Array array, int[] indices, int depth)
    {
        var dimension = indices.Length;
        var length = array.GetLength(dimension);
        var open = Open("[");
        var parts = new List<ValueShape>();
        for (var i = 0; i < Math.Min(length, options.MaxElements) && _room > 0 && depth < options.MaxDepth; i++)
        {
            int[] place = [.. indices, array.GetLowerBound(dimension) + i];
            parts.Add(place.Length < array.Rank ? ReadArray(array, place, depth) : Read(array.GetValue(place), depth + 1));
        }

        if (parts.Count < length)
            parts.Add(Leaf(parts.Count > 0 ? $"... {length - parts.Count} more" : Ellipsis));
        return new ValueShape.Group(open, parts, ']');
    }

    private ValueShape ReadTuple(ITuple tuple, int depth) => ReadFrom<IReadOnlyList<object?>>(
        tuple,
        "tuple",
        () => [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])],
        items =>
        {
            var open = Open("(");
            var shown = depth < options.MaxDepth ? items : [];
            var parts = shown.TakeWhile(_ => _room > 0).Select(item => Read(item, depth + 1)).ToList();
            if (parts.Count < items.Count)
                parts.Add(Leaf(Ellipsis));
            return new ValueShape.Group(open, parts, ')');
        });

    private ValueShape.Leaf NotEnumerated(Type type) => Leaf($"{TypeName.Of(type)} (not enumerated)");
}
