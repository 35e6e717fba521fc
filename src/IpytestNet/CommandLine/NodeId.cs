namespace IpytestNet.CommandLine;

/// <summary>Rules of the spelling of node ids.</summary>
internal static class NodeId
{
    /// <summary>What divides the parts.</summary>
    public const string Separator = "::";

    /// <summary>Gives the spelling that tests have, without a leading <c>./</c>.</summary>
    public static string Normalize(string target) =>
        target.StartsWith("./", StringComparison.Ordinal) ? target[2..] : target;

    /// <summary>Gives the node id that a target asks for: a path gives way to the file's name, by which its tests are known.</summary>
    public static string Of(string target, string module)
    {
        var id = Normalize(target);
        if (IsOf(id, module))
            return id;
        var path = id.Split(Separator)[0];
        return Path.GetFileName(path) + id[path.Length..];
    }

    /// <summary>Tells whether a target is a module or something in it.</summary>
    public static bool IsOf(string target, string module)
    {
        var id = Normalize(target);
        return id == module || id.StartsWith(module + Separator, StringComparison.Ordinal);
    }
}
