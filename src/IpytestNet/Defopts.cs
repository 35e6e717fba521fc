namespace IpytestNet;

/// <summary>Whether the notebook is added to the arguments of a run.</summary>
public enum Defopts
{
    /// <summary>Unless an argument names the notebook or a test of it.</summary>
    Auto,

    /// <summary>Always.</summary>
    True,

    /// <summary>Never.</summary>
    False,
}
