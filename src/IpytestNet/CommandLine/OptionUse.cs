namespace IpytestNet.CommandLine;

/// <summary>An option as it was given.</summary>
/// <param name="Option">Which one.</param>
/// <param name="Value">Its value; empty for a flag.</param>
internal sealed record OptionUse(Option Option, string Value);
