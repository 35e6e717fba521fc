using System.Collections;
using System.Runtime.InteropServices;

namespace IpytestNet.Assertions.Differences;

/// <summary>Two collections of numbers and the like of one type, whose equal stretches are found without looking at each element.</summary>
internal sealed class PrimitivePair
{
    private readonly Array _left;
    private readonly Array _right;

    private PrimitivePair(Array left, Array right) => (_left, _right) = (left, right);

    /// <summary>Takes two collections; null if they are not such.</summary>
    public static PrimitivePair? Of(object left, object right) =>
        Elements(left) is { Length: > 0 } first && Elements(right) is { Length: > 0 } second && first.GetType() == second.GetType()
            ? new PrimitivePair(first, second)
            : null;

    /// <summary>Gives the next index from <paramref name="start"/> on at which both differ bit by bit, or at which one ends.</summary>
    public int NextDifference(int start)
    {
        var size = Buffer.ByteLength(_left) / _left.Length;
        return start + Bytes(_left)[(start * size)..].CommonPrefixLength(Bytes(_right)[(start * size)..]) / size;
    }

    private static Array? Elements(object collection)
    {
        var type = collection.GetType();
        if (type.IsSZArray)
            return type.GetElementType()!.IsPrimitive ? (Array)collection : null;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(List<>) || !type.GenericTypeArguments[0].IsPrimitive)
            return null;
        var list = (ICollection)collection;
        var copy = Array.CreateInstance(type.GenericTypeArguments[0], list.Count);
        list.CopyTo(copy, 0);
        return copy;
    }

    private static ReadOnlySpan<byte> Bytes(Array array) =>
        MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(array), Buffer.ByteLength(array));
}
