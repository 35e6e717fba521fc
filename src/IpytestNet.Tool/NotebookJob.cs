namespace IpytestNet.Tool;

/// <summary>What a process of its own is to run.</summary>
/// <param name="Arguments">The arguments of the command, without paths and reports.</param>
/// <param name="Task">The notebook.</param>
/// <param name="Account">The file to tell in how it goes.</param>
internal sealed record NotebookJob(IReadOnlyList<string> Arguments, NotebookTask Task, string Account)
{
    /// <summary>How many failures there were before.</summary>
    public int Failures { get; init; }

    /// <summary>Whether there are reports, which want to know of each test.</summary>
    public bool HasReports { get; init; }

    /// <summary>Whether output is coloured.</summary>
    public bool IsColored { get; init; }

    /// <summary>The width of a line, in columns.</summary>
    public int Width { get; init; }
}
