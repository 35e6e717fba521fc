using IpytestNet.Values;

namespace IpytestNet.Assertions.Differences;

/// <summary>The way from a value to a part of it: <c>Home.Lines[0]</c>.</summary>
internal sealed class ValuePath
{
    private readonly ValuePath? _parent;

    // Most paths are never written, since most parts are equal.
    private readonly Func<string> _step;
    private readonly string? _label;

    private ValuePath(ValuePath? parent, Func<string> step, string? label = null)
    {
        (_parent, _step, _label) = (parent, step, label);
        Depth = parent is null ? 0 : parent.Depth + 1;
    }

    /// <summary>The value itself.</summary>
    public static ValuePath Root { get; } = new(null, () => "");

    /// <summary>The root of a JSON document.</summary>
    public static ValuePath Json { get; } = new(Root, () => "$");

    public bool IsRoot => _parent is null;

    /// <summary>The number of steps.</summary>
    public int Depth { get; }

    /// <summary>What stands before a finding at this place: <c>Home.City: </c>, nothing for the value itself.</summary>
    public string Prefix => IsRoot ? "" : $"{_label ?? ToString()}: ";

    public ValuePath Member(string name) => new(this, () => IsRoot ? name : $".{name}");

    public ValuePath Index(int index) => new(this, () => $"[{index}]");

    /// <summary>An element of an array of several dimensions.</summary>
    public ValuePath Index(IEnumerable<int> indices) => new(this, () => $"[{string.Join(", ", indices)}]");

    public ValuePath Key(object? key, ValueTextOptions options) => new(this, () => $"[{ValueText.Of(key, options)}]");

    /// <summary>Calls a place by other words; what is below it keeps its path.</summary>
    public ValuePath Called(string label) => new(_parent, _step, label);

    public override string ToString()
    {
        var steps = new Stack<string>();
        for (var place = this; place is not null; place = place._parent)
            steps.Push(place._step());
        return string.Concat(steps);
    }
}
