namespace IpytestNet;

/// <summary>How long the value of a fixture lives.</summary>
public enum FixtureScope
{
    /// <summary>For one test.</summary>
    Function,

    /// <summary>For the tests of a class; for a function, which has none, the same as <see cref="Function"/>.</summary>
    Class,

    /// <summary>For the tests of one notebook in one run.</summary>
    Module,

    /// <summary>For a whole run.</summary>
    Session,
}
