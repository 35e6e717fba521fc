namespace IpytestNet.Sessions;

/// <summary>What a name of the notebook stands for.</summary>
internal enum DefinitionKind
{
    /// <summary>A function or a property: code that is bound to other names.</summary>
    Function,

    /// <summary>A class, struct, record, interface, enum or delegate.</summary>
    Type,

    /// <summary>A variable.</summary>
    Variable,
}
