namespace IpytestNet.CommandLine;

/// <summary>Which captured output is shown under a failed test (<c>--show-capture</c>).</summary>
public enum CaptureShow
{
    /// <summary>Both streams.</summary>
    All,

    /// <summary>Standard output.</summary>
    Stdout,

    /// <summary>Standard error.</summary>
    Stderr,

    /// <summary>Log records, of which there are none here: the same as <see cref="No"/>.</summary>
    Log,

    /// <summary>None.</summary>
    No,
}
