namespace IpytestNet.Kernel.Completion;

/// <summary>What a type is needed for.</summary>
internal enum TypeUse
{
    /// <summary>Any type will do.</summary>
    Any,

    /// <summary>A type of which an object is made: none that is static.</summary>
    Creation,

    /// <summary>What a type parameter must be.</summary>
    Constraint,

    /// <summary>An attribute, whose name is written without its end.</summary>
    Attribute,

    /// <summary>A namespace, as in a using.</summary>
    Namespace,
}
