namespace IpytestNet.Frameworks.Doctest;

/// <summary>A line of documentation.</summary>
/// <param name="Number">The 1-based line of the cell or file.</param>
/// <param name="Text">The line, without what makes it a comment.</param>
internal sealed record DocLine(int Number, string Text);
