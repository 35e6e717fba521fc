using System.Reflection;
using IpytestNet.Sessions;

namespace IpytestNet.LateBinding;

/// <summary>What tests use that was compiled with an earlier version of a module than the newest.</summary>
internal static class OutdatedModules
{
    /// <summary>Tells of each cell, and how it comes to the newest.</summary>
    public static IEnumerable<string> Warnings(NotebookSession session)
    {
        if (session.Host is not { Modules: { Names.Count: > 0 } modules })
            return [];
        var used = UsedNames.OfTests(session);
        return session.Definitions.Live()
            .Where(definition => used.Contains(definition.Name) && !definition.IsConftest)
            .SelectMany(definition => modules.OutdatedIn(CodeOf(definition)).Select(module => (definition.Cell, definition.Name, Module: module)))
            .GroupBy(use => (use.Cell, use.Module), use => use.Name)
            .Select(uses => Warning(uses.Key.Cell, uses.Key.Module, [.. uses.Distinct(StringComparer.Ordinal)]));
    }

    private static Assembly CodeOf(Definition definition) => (definition.LibraryType ?? definition.Holder.GetType()).Assembly;

    private static string Warning(string cell, string module, IReadOnlyList<string> names)
    {
        var users = names is [var first, _, _, ..] ? $"{first} and {names.Count - 1} more" : string.Join(" and ", names);
        return $"{users} of {cell} still {(names.Count is 1 ? "uses" : "use")} the earlier {module}, which has been reloaded since. Run {cell} again to have the newest.";
    }
}
