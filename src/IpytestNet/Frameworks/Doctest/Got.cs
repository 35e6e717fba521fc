namespace IpytestNet.Frameworks.Doctest;

/// <summary>What an example gave: what it printed, and its value.</summary>
/// <param name="Printed">What it wrote to standard output.</param>
/// <param name="Value">Its value.</param>
/// <param name="HasValue">Whether it has one.</param>
internal sealed record Got(string Printed, object? Value, bool HasValue)
{
    /// <summary>The texts in which it may be expected, the most usual first; each is made only when it is asked for.</summary>
    public IEnumerable<string> Texts => HasValue ? ValueForms.Of(Value).Select(Join) : [Printed];

    /// <summary>The text in which it is shown beside what was expected.</summary>
    public string Shown(string want) => HasValue ? Join(ValueForms.NearestTo(want, Value)) : Printed;

    private string Join(string value) => Printed.Length == 0 || Printed.EndsWith('\n') ? Printed + value : $"{Printed}\n{value}";
}
