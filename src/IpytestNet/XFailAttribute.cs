namespace IpytestNet;

/// <summary>Expects a test to fail, as pytest's marker <c>xfail</c> does: a failure counts as xfailed, a success as xpassed.</summary>
/// <param name="reason">Why.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class XFailAttribute(string reason = "") : Attribute
{
    /// <summary>Why.</summary>
    public string Reason { get; } = reason;

    /// <summary>A C# expression of type <see cref="bool"/> in the notebook's scope; if it does not hold, the test is an ordinary one.</summary>
    /// <value>Default null: it always holds.</value>
    public string? Condition { get; set; }

    /// <summary>Whether a success is a failure.</summary>
    /// <value>Default false, or what <c>xfail_strict</c> in <c>ipytest.ini</c> says.</value>
    public bool Strict { get => StatedStrict ?? false; set => StatedStrict = value; }

    /// <summary>The exception that is expected; any other is a failure.</summary>
    /// <value>Default null: any exception.</value>
    public Type? Raises { get; set; }

    /// <summary>Whether the test is run at all.</summary>
    /// <value>Default true.</value>
    public bool Run { get; set; } = true;

    /// <summary>What the attribute itself says of being strict, or null.</summary>
    internal bool? StatedStrict { get; private set; }
}
