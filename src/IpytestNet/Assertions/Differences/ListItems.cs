using System.Collections;

namespace IpytestNet.Assertions.Differences;

/// <summary>The elements of an array or list of the framework's, each read when it is asked for.</summary>
internal sealed class ListItems(IList list) : IReadOnlyList<object?>
{
    private readonly bool _areBytes = list is IEnumerable<byte>;

    /// <inheritdoc/>
    public int Count { get; } = list.Count;

    /// <inheritdoc/>
    public object? this[int index] => _areBytes && list[index] is byte value ? new HexByte(value) : list[index];

    /// <summary>Tells whether the elements of a collection can be had by index, at once and without code of the user's.</summary>
    public static bool Fits(object collection) =>
        collection.GetType() is var type
        && (type.IsSZArray || type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>));

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
