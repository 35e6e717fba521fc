namespace IpytestNet.Assertions.Differences;

/// <summary>How values of a type are compared.</summary>
internal enum ValueKind
{
    /// <summary>As a whole, by the framework's own equality.</summary>
    Scalar,

    /// <summary>By the characters.</summary>
    Text,

    /// <summary>By the elements in order.</summary>
    Sequence,

    /// <summary>By the elements of an array of several dimensions.</summary>
    Grid,

    /// <summary>By the elements in any order.</summary>
    Set,

    /// <summary>By keys.</summary>
    Dictionary,

    /// <summary>By the values of a JSON document.</summary>
    Json,

    /// <summary>By fields and automatic properties.</summary>
    Members,

    /// <summary>Only as one and the same object.</summary>
    Opaque,
}
