namespace IpytestNet.Testing.Platform.Log;

/// <summary>A test of a notebook, and how it ended.</summary>
internal sealed record LoggedTest
{
    /// <summary>The node of a notebook that went wrong as a whole.</summary>
    public const string WholeNotebook = "notebook";

    /// <summary>What stands behind the notebook's name in its node id: <c>CalcTests::Adds(a: 1)</c>.</summary>
    public required string Node { get; init; }

    /// <summary>Its name with its classes: <c>CalcTests.Adds(a: 1)</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is defined, or null if that is not known.</summary>
    public LoggedPlace? Definition { get; init; }

    /// <summary>The names of its marks, and the names and values of its traits.</summary>
    public IReadOnlyList<string> Markers { get; init; } = [];

    /// <summary>Whether it is no test, but a cell or a notebook that went wrong.</summary>
    public bool IsOfNotebook { get; init; }

    /// <summary>How it ended.</summary>
    public TestEnd End { get; init; }

    /// <summary>Why it was skipped or is expected to fail; empty for any other end.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What went wrong.</summary>
    public IReadOnlyList<LoggedFailure> Failures { get; init; } = [];

    /// <summary>When it began.</summary>
    public DateTimeOffset Start { get; init; }

    /// <summary>How long it took, with its setup and its teardown.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What it wrote to standard output.</summary>
    public string StandardOutput { get; init; } = "";

    /// <summary>What it wrote to standard error.</summary>
    public string StandardError { get; init; } = "";

    /// <summary>Whether it speaks against the notebook.</summary>
    public bool IsBad => End is TestEnd.Failed or TestEnd.Errored or TestEnd.TimedOut;
}
