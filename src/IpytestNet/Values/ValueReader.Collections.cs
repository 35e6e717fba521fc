using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace IpytestNet.Values;

internal sealed partial class ValueReader
{
    private ValueShape ReadSequence(IEnumerable sequence, int depth)
    {
        var type = sequence.GetType();
        if (Elements.InterfaceOf(type, typeof(IGrouping<,>)) is { } grouping)
            return Guarded("Key", () => ReadGroup(grouping, sequence, depth));
        if (!options.EnumerateLazy && !Elements.IsCollection(sequence))
            return NotEnumerated(Elements.InterfaceOf(type, typeof(IEnumerable<>)) ?? typeof(IEnumerable));
        return ReadElements(Elements.Read(sequence, depth < options.MaxDepth ? options.MaxElements : 0), depth);
    }

    private ValueShape.Labeled ReadGroup(Type grouping, IEnumerable group, int depth)
    {
        var key = grouping.GetProperty("Key")!.GetValue(group, BindingFlags.DoNotWrapExceptions, binder: null, index: null, culture: null);
        return Labeled(key, ReadElements(Elements.Read(group, options.MaxElements), depth));
    }

    private ValueShape.Group ReadElements(Elements elements, int depth)
    {
        var (open, close) = elements.IsDictionary ? ("{", '}') : ("[", ']');
        var parts = new List<ValueShape>();
        foreach (var item in elements.Items.Take(options.MaxElements).TakeWhile(_ => _room > 0))
            parts.Add(elements.AreBytes ? Leaf($"0x{item:X2}") : Read(item, depth + 1));

        if (elements.Problem is { } problem)
            parts.Add(Leaf(Cut(OneLine(problem))));
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
        var parts = new List<ValueShape>();
        for (var i = 0; i < Math.Min(length, options.MaxElements) && _room > 0 && depth < options.MaxDepth; i++)
        {
            int[] place = [.. indices, array.GetLowerBound(dimension) + i];
            parts.Add(place.Length < array.Rank ? ReadArray(array, place, depth) : Read(array.GetValue(place), depth + 1));
        }

        if (parts.Count < length)
            parts.Add(Leaf(parts.Count > 0 ? $"... {length - parts.Count} more" : Ellipsis));
        return new ValueShape.Group("[", parts, ']');
    }

    private ValueShape ReadTuple(ITuple tuple, int depth) => Guarded("tuple", () =>
    {
        var shown = depth < options.MaxDepth ? tuple.Length : 0;
        var parts = Enumerable.Range(0, shown).TakeWhile(_ => _room > 0).Select(i => Read(tuple[i], depth + 1)).ToList();
        if (parts.Count < tuple.Length)
            parts.Add(Leaf(Ellipsis));
        return new ValueShape.Group("(", parts, ')');
    });

    private ValueShape.Leaf NotEnumerated(Type type) => Leaf($"{TypeName.Of(type)} (not enumerated)");
}
