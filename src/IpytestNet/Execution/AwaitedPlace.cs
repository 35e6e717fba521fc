namespace IpytestNet.Execution;

/// <summary>Finds the place at which async code awaits.</summary>
internal static class AwaitedPlace
{
    /// <summary>Gives the calls that a task consists of, outermost first.</summary>
    public static IReadOnlyList<SourceFrame> Of(Task task) => [];
}
