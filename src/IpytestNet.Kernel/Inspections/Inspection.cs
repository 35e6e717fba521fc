namespace IpytestNet.Kernel.Inspections;

/// <summary>What is known of something in a cell.</summary>
/// <param name="PlainText">As plain text.</param>
/// <param name="Markdown">As Markdown, with the declaration as C# in a fenced block.</param>
public sealed record Inspection(string PlainText, string Markdown);
