namespace IpytestNet.Kernel.Completion;

/// <summary>How likely a candidate is meant.</summary>
internal enum Tier
{
    /// <summary>The place asks for it: a value of the expected enum, the name of an argument, a property to be set.</summary>
    Expected,

    /// <summary>It was defined nearby: locals and parameters, and what the notebook defines.</summary>
    Near,

    /// <summary>It can be used here.</summary>
    Usual,

    /// <summary>It can be used nearly anywhere: extension methods, what all objects have, words of the language, namespaces.</summary>
    Common,
}
