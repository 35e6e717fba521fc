namespace IpytestNet.CommandLine;

/// <summary>The arguments of a run are wrong; the run ends with <see cref="ExitCode.UsageError"/>.</summary>
/// <param name="message">What was expected, what came and what to do next, without the program's name before it.</param>
public sealed class UsageException(string message) : Exception(message);
