namespace IpytestNet.CommandLine;

/// <summary>A list of arguments, told apart.</summary>
/// <param name="Uses">The options, in the order given.</param>
/// <param name="Targets">Node ids and paths, in the order given.</param>
/// <param name="Unrecognized">What begins like an option and is none.</param>
internal sealed record ScannedArguments(
    IReadOnlyList<OptionUse> Uses,
    IReadOnlyList<string> Targets,
    IReadOnlyList<string> Unrecognized);
