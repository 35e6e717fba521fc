namespace IpytestNet.Fixtures;

/// <summary>Names of fixtures: the case of the first letter does not count, since C# writes functions and parameters differently.</summary>
internal static class FixtureName
{
    /// <summary>The request that a fixture or a test gets, and not the value of a fixture.</summary>
    public const string Request = "request";

    /// <summary>The value that a parametrised fixture has this time.</summary>
    public const string Param = "param";

    /// <summary>Gives the spelling under which a name is looked up.</summary>
    public static string Key(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
}
