namespace IpytestNet.Frameworks.Doctest;

/// <summary>The flags that an example sets and takes back.</summary>
internal sealed record FlagChange(DoctestFlags On, DoctestFlags Off)
{
    public static FlagChange None { get; } = new(DoctestFlags.None, DoctestFlags.None);

    /// <summary>Sets one more flag, or takes it back.</summary>
    public FlagChange Then(DoctestFlags flag, bool isOn) => isOn ? new(On | flag, Off & ~flag) : new(On & ~flag, Off | flag);

    /// <summary>Adds the flags of what stands within.</summary>
    public FlagChange Then(FlagChange inner) => new((On & ~inner.Off) | inner.On, (Off & ~inner.On) | inner.Off);

    /// <summary>Changes flags.</summary>
    public DoctestFlags ApplyTo(DoctestFlags flags) => (flags | On) & ~Off;
}
