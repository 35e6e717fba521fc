using System.Collections;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using IpytestNet.Assertions.Conditions;

namespace IpytestNet.Assertions;

/// <summary>
/// What the code that is generated for assertions calls around parts of a condition: each gives its first argument back and keeps it.
/// Not for use in user code.
/// </summary>
/// <remarks>The value comes before the references, so that nothing of the user's, such as an <c>await</c>, is evaluated after one was taken.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Capture
{
    /// <summary>Keeps a value in a place of its own type.</summary>
    /// <param name="value">The value of the part.</param>
    /// <param name="slot">Where it is kept.</param>
    /// <param name="reached">The bits of the parts that were evaluated.</param>
    /// <param name="now">All bits that are set from now on, which is known where no branch came before.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Value<T>(T value, out T slot, out ulong reached, ulong now)
    {
        slot = value;
        reached = now;
        return value;
    }

    /// <summary>Keeps a value in a place of its own type, behind parts that may not have been evaluated.</summary>
    /// <param name="value">The value of the part.</param>
    /// <param name="slot">Where it is kept.</param>
    /// <param name="reached">The bits of the parts that were evaluated.</param>
    /// <param name="bit">The bit of this part.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NextValue<T>(T value, out T slot, ref ulong reached, ulong bit)
    {
        slot = value;
        reached |= bit;
        return value;
    }

    /// <summary>Keeps a reference; its type needs no name.</summary>
    /// <inheritdoc cref="Value"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Object<T>(T value, out object? slot, out ulong reached, ulong now)
    {
        slot = value;
        reached = now;
        return value;
    }

    /// <summary>Keeps a reference behind parts that may not have been evaluated; its type needs no name.</summary>
    /// <inheritdoc cref="NextValue"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NextObject<T>(T value, out object? slot, ref ulong reached, ulong bit)
    {
        slot = value;
        reached |= bit;
        return value;
    }

    /// <summary>Keeps what only the runtime knows the type of.</summary>
    /// <inheritdoc cref="NextValue"/>
    public static dynamic Dynamic(object value, out object? slot, ref ulong reached, ulong bit)
    {
        slot = value;
        reached |= bit;
        return value;
    }

    /// <summary>Keeps what a lazy sequence yields to a method that reads it from first to last; a collection is kept as it is.</summary>
    /// <inheritdoc cref="NextValue"/>
    public static IEnumerable<T> Elements<T>(IEnumerable<T> value, out object? slot, ref ulong reached, ulong bit)
    {
        var kept = IsLazy(value) ? new Recording<T>(value) : value;
        slot = kept;
        reached |= bit;
        return kept;
    }

    /// <summary>Keeps what a lazy sequence yields to a method that would find its answer without reading if the sequence told it.</summary>
    /// <inheritdoc cref="NextValue"/>
    public static IEnumerable<T> ElementsIfRead<T>(IEnumerable<T> value, out object? slot, ref ulong reached, ulong bit)
    {
        var isLazy = IsLazy(value);
        var kept = isLazy && LazySequence.IsReadToBeCounted(value) ? new Recording<T>(value) : value;
        slot = isLazy && ReferenceEquals(kept, value) ? Unread.Value : kept;
        reached |= bit;
        return kept;
    }

    private static bool IsLazy<T>(IEnumerable<T> sequence) => sequence is not (null or ICollection or ICollection<T> or IReadOnlyCollection<T>);

    /// <summary>Counts the calls of a predicate and keeps the argument of the last one.</summary>
    /// <param name="argument">The argument of this call.</param>
    /// <param name="last">Where it is kept.</param>
    /// <param name="calls">The number of calls.</param>
    /// <returns>True, so that the predicate's own body decides.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Observe<T>(T argument, out T last, ref int calls)
    {
        last = argument;
        calls++;
        return true;
    }
}
