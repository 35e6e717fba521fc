namespace IpytestNet.Kernel.Completion;

/// <summary>What a completion is; in lower case, the names are those for which Jupyter front ends have a symbol.</summary>
public enum CompletionKind
{
    /// <summary>A type.</summary>
    Class,

    /// <summary>A function, method or extension method.</summary>
    Function,

    /// <summary>A variable, field, constant or event.</summary>
    Instance,

    /// <summary>A word of the language.</summary>
    Keyword,

    /// <summary>A magic or one of its options.</summary>
    Magic,

    /// <summary>A namespace.</summary>
    Module,

    /// <summary>A parameter, with a colon as the name of an argument.</summary>
    Param,

    /// <summary>A file or, with a slash at its end, a folder.</summary>
    Path,

    /// <summary>A property.</summary>
    Property,

    /// <summary>A statement of the notebook.</summary>
    Statement,
}
