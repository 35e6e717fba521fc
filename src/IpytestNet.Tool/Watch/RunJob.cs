namespace IpytestNet.Tool.Watch;

/// <summary>What a runner is to run.</summary>
/// <param name="Arguments">The arguments of the command; its paths do not count.</param>
/// <param name="Targets">The notebooks.</param>
/// <param name="Account">The file to tell in how they fare.</param>
internal sealed record RunJob(IReadOnlyList<string> Arguments, IReadOnlyList<NotebookTarget.Found> Targets, string Account);
