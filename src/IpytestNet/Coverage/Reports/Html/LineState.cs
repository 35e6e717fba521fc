namespace IpytestNet.Coverage.Reports.Html;

/// <summary>What is known of a line of a source.</summary>
internal enum LineState
{
    /// <summary>Nothing on it can run.</summary>
    Plain,

    /// <summary>It ran, with every outcome.</summary>
    Run,

    /// <summary>It ran, but not with every outcome.</summary>
    Partial,

    /// <summary>It did not run.</summary>
    Missing,

    /// <summary>It is excluded.</summary>
    Excluded,
}
