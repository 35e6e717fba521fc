namespace IpytestNet.CommandLine;

/// <summary>How a notebook shows the result of a run (<c>--display</c>).</summary>
public enum DisplayMode
{
    /// <summary>As the text of pytest's report.</summary>
    Text,

    /// <summary>As a table with failures to open; as text where HTML cannot be shown.</summary>
    Html,
}
