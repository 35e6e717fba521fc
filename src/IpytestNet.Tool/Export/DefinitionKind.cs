namespace IpytestNet.Tool.Export;

/// <summary>What code can define for the code behind it.</summary>
internal enum DefinitionKind
{
    /// <summary>A variable.</summary>
    Variable,

    /// <summary>A function or a property.</summary>
    Function,

    /// <summary>A type.</summary>
    Type,

    /// <summary>A function that is a test.</summary>
    Test,
}
