namespace IpytestNet.Assertions;

/// <summary>What is known of a truth that a condition is made of.</summary>
internal enum OperandState
{
    /// <summary>It cannot be told whether it was evaluated.</summary>
    Unknown,

    /// <summary>It was evaluated; its outcome cannot be told.</summary>
    Evaluated,

    /// <summary>It was passed over.</summary>
    NotEvaluated,

    /// <summary>It was evaluated to false.</summary>
    False,

    /// <summary>It was evaluated to true.</summary>
    True,
}
