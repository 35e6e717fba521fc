namespace IpytestNet.Assertions.Conditions;

/// <summary>What is kept of a lazy sequence that could not be recorded: nothing that could be shown.</summary>
internal static class Unread
{
    /// <summary>Stands for the sequence.</summary>
    public static object Value { get; } = new();
}
