namespace IpytestNet.CommandLine;

/// <summary>The styles of <c>--tb</c>.</summary>
public enum TracebackStyle
{
    /// <summary>Long for the first and the last entry, short for those between.</summary>
    Auto,

    /// <summary>The source of each function down to the failing line.</summary>
    Long,

    /// <summary>One line of source an entry.</summary>
    Short,

    /// <summary>One line a failure.</summary>
    Line,

    /// <summary>As .NET prints it.</summary>
    Native,

    /// <summary>None.</summary>
    No,
}
