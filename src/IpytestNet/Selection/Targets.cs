using IpytestNet.CommandLine;

namespace IpytestNet.Selection;

/// <summary>The node ids that a run asks for, held against those that there are.</summary>
internal static class Targets
{
    /// <summary>Checks that each target leads to something; the notebook itself may be without tests.</summary>
    /// <exception cref="UsageException">Some do not; the message names each of them, as pytest does.</exception>
    public static void EnsureFound(IReadOnlyList<string> targets, IReadOnlyList<NodeAddress> addresses, string module)
    {
        string[] problems =
        [
            .. targets
                .Where(target => target != module && !addresses.Any(address => address.IsWithin(target)))
                .Select(target => Describe(target, addresses, module)),
        ];
        if (problems.Length > 0)
            throw new UsageException(string.Join('\n', problems));
    }

    private static string Describe(string target, IReadOnlyList<NodeAddress> addresses, string module)
    {
        string[] modules = [.. addresses.Select(address => address.Test.Module).Append(module).Distinct(StringComparer.Ordinal)];
        if (Array.Find(modules, known => NodeId.IsOf(target, known)) is not { } owner)
        {
            return $"file or directory not found: {target}\n"
                + $"(the tests of this run are those of {string.Join(", ", modules)}; write {{TestName}} or {{MODULE}}::TestName for one of them)";
        }

        string[] known = [.. addresses.Where(address => address.Test.Module == owner).SelectMany(address => address.All).Distinct(StringComparer.Ordinal)];
        var lines = $"not found: {target}\n(no match in any of [{Searched(target, addresses, owner)}])";
        return NearestName.Find(target, known, owner + NodeId.Separator) is { } nearest ? $"{lines}\ndid you mean {nearest}?" : lines;
    }

    /// <summary>Names the innermost class that the target does lead to, or else its module.</summary>
    private static string Searched(string target, IReadOnlyList<NodeAddress> addresses, string module)
    {
        var end = target.LastIndexOf(NodeId.Separator, StringComparison.Ordinal);
        while (end > module.Length)
        {
            var container = target[..end];
            if (addresses.Any(address => address.IsContainer(container)))
                return $"<Class {container[(container.LastIndexOf(NodeId.Separator, StringComparison.Ordinal) + NodeId.Separator.Length)..]}>";
            end = target.LastIndexOf(NodeId.Separator, end - 1, StringComparison.Ordinal);
        }

        return $"<Module {module}>";
    }
}
