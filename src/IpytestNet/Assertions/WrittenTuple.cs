using System.Runtime.CompilerServices;

namespace IpytestNet.Assertions;

/// <summary>The values of a tuple that is written out in a condition, which never exists as such when it is compared.</summary>
/// <param name="elements">The values of its elements.</param>
internal sealed class WrittenTuple(IReadOnlyList<object?> elements) : ITuple
{
    /// <inheritdoc/>
    public int Length => elements.Count;

    /// <inheritdoc/>
    public object? this[int index] => elements[index];
}
