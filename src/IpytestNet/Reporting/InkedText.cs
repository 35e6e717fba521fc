namespace IpytestNet.Reporting;

/// <summary>A piece of a line in one ink.</summary>
internal readonly record struct InkedText(string Text, Ink Ink = default)
{
    public static implicit operator InkedText(string text) => new(text);
}
