using IpytestNet.Discovery;
using IpytestNet.Sessions;

namespace IpytestNet.LateBinding;

/// <summary>The names of a notebook that its tests use, directly or through others.</summary>
internal static class UsedNames
{
    /// <summary>Follows the names from the live tests on.</summary>
    public static IReadOnlySet<string> OfTests(NotebookSession session)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(session.Definitions.Live().Where(NotebookTests.IsTest).Select(definition => definition.Name));
        while (open.TryPop(out var name))
        {
            if (!used.Add(name))
                continue;
            foreach (var reference in session.Definitions.Find(name).SelectMany(definition => definition.References))
                open.Push(reference);
        }

        return used;
    }
}
