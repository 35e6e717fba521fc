namespace IpytestNet.CommandLine;

/// <summary>The values of <c>--color</c>.</summary>
public enum ColorMode
{
    /// <summary>Coloured where the output is a terminal, unless <c>NO_COLOR</c> or <c>FORCE_COLOR</c> decide.</summary>
    Auto,

    /// <summary>Always coloured.</summary>
    Yes,

    /// <summary>Never coloured.</summary>
    No,
}
