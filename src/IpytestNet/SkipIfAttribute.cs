namespace IpytestNet;

/// <summary>Skips a test if a condition holds, as pytest's marker <c>skipif</c> does.</summary>
/// <param name="condition">A C# expression of type <see cref="bool"/> in the notebook's scope, as <c>"OperatingSystem.IsWindows()"</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class SkipIfAttribute(string condition) : Attribute
{
    /// <summary>Skips a test if a condition holds.</summary>
    /// <param name="condition">Whether to skip.</param>
    public SkipIfAttribute(bool condition)
        : this(condition ? "true" : "false")
    {
    }

    /// <summary>The condition.</summary>
    public string Condition { get; } = condition;

    /// <summary>Why.</summary>
    /// <value>Default the condition.</value>
    public string? Reason { get; set; }
}
