namespace IpytestNet;

/// <summary>Skips a test, as pytest's marker <c>skip</c> does.</summary>
/// <param name="reason">Why.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class SkipAttribute(string reason = "unconditional skip") : Attribute
{
    /// <summary>Why.</summary>
    public string Reason { get; } = reason;
}
