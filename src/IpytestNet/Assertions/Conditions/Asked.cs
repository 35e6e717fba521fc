namespace IpytestNet.Assertions.Conditions;

/// <summary>What a call asks of two values, or of the elements of one.</summary>
internal enum Asked
{
    /// <summary>Whether two values are equal: <c>Equals</c> in its forms.</summary>
    Equal,

    /// <summary>Which of two strings comes first: <c>CompareTo</c> and <c>Compare</c>, of which the answer is a number.</summary>
    Order,

    /// <summary>Whether two references are one: <c>ReferenceEquals</c>.</summary>
    Same,

    /// <summary>Whether two sequences have the same elements in the same order.</summary>
    SequenceEqual,

    /// <summary>Whether two collections have the same elements in any order.</summary>
    SetEqual,

    /// <summary>Whether all elements of the left are in the right.</summary>
    Subset,

    /// <summary>Whether all elements of the right are in the left.</summary>
    Superset,

    /// <summary>Whether a text has a part, or a collection an element.</summary>
    Contains,

    /// <summary>Whether a text begins with another.</summary>
    StartsWith,

    /// <summary>Whether a text ends with another.</summary>
    EndsWith,

    /// <summary>Whether a predicate holds for all elements.</summary>
    All,

    /// <summary>Whether a predicate holds for an element.</summary>
    Any,
}
