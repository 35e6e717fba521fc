using System.Collections;

namespace IpytestNet.Assertions;

/// <summary>Tells sequences apart by what reading them does.</summary>
internal static class LazySequence
{
    /// <summary>
    /// Whether counting the sequence, or finding its first element, reads it as <c>foreach</c> does. The sequences of LINQ may know
    /// better; of them, those that filter do not.
    /// </summary>
    public static bool IsReadToBeCounted(IEnumerable sequence)
    {
        var type = sequence.GetType();
        return type.Assembly != typeof(Enumerable).Assembly || type.Name.Contains("Where", StringComparison.Ordinal);
    }
}
