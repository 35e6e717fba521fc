namespace IpytestNet.Tool.Export;

/// <summary>Something of a notebook that its project does not have.</summary>
/// <param name="Place">The cell.</param>
/// <param name="Text">What, and why.</param>
internal sealed record ExportWarning(string Place, string Text);
