using System.Globalization;

namespace IpytestNet.Assertions;

/// <summary>The values of a collection that is written out in a condition, which is made only where it is passed on.</summary>
internal static class WrittenCollection
{
    /// <summary>Makes an array of the elements.</summary>
    /// <param name="elements">The values as they are written.</param>
    /// <param name="type">The simple type that they become; null if they stay what they are.</param>
    public static Array Of(IReadOnlyList<object?> elements, Type? type)
    {
        if (type is null)
            return elements.ToArray();
        var array = Array.CreateInstance(elements.Contains(null) ? typeof(object) : type, elements.Count);
        for (var i = 0; i < elements.Count; i++)
            array.SetValue(elements[i] is { } element ? Converted(element, type) : null, i);
        return array;
    }

    // The framework converts characters only to integers.
    private static object Converted(object element, Type type) =>
        Convert.ChangeType(element is char character && type != typeof(char) ? (int)character : element, type, CultureInfo.InvariantCulture);
}
