using IpytestNet.Testing.Platform.Log;
using IpytestNet.Testing.Platform.Notebooks;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Requests;

namespace IpytestNet.Testing.Platform;

/// <summary>Which tests the platform asks for.</summary>
/// <param name="filter">Its filter.</param>
internal sealed class NotebookFilter(ITestExecutionFilter filter)
{
    // What a command line has room for on every system.
    private const int MostCharacters = 16_000;

    private static readonly string Assembly = System.Reflection.Assembly.GetEntryAssembly()?.GetName().Name ?? "";

    private readonly HashSet<string>? _uids = filter is TestNodeUidListFilter list ? [.. list.TestNodeUids.Select(uid => uid.Value)] : null;

    /// <summary>Whether it is known only of found tests whether they are asked for.</summary>
    public bool NeedsTests => filter is TreeNodeFilter;

    /// <summary>Tells whether a notebook can have a test that is asked for.</summary>
    public bool MayMatch(ListedNotebook notebook) => _uids?.Any(uid => uid == notebook.Name || uid.StartsWith($"{notebook.Name}::", StringComparison.Ordinal)) ?? true;

    /// <summary>Tells which tests are asked for; what went wrong with a notebook goes with any of them.</summary>
    public IReadOnlyList<LoggedTest> Of(ListedNotebook notebook, IReadOnlyCollection<LoggedTest> tests)
    {
        var isAskedFor = !NeedsTests || tests.Any(test => Matches(notebook, test));
        return [.. tests.Where(test => test.IsOfNotebook ? isAskedFor : Matches(notebook, test))];
    }

    private bool Matches(ListedNotebook notebook, LoggedTest test) => filter switch
    {
        TestNodeUidListFilter => _uids!.Contains(notebook.Name) || _uids.Contains($"{notebook.Name}::{test.Node}"),
        TreeNodeFilter tree => tree.MatchesFilter(PathOf(notebook, test), new PropertyBag([.. test.Markers.Select(marker => new TestMetadataProperty(marker, ""))])),
        _ => true,
    };

    /// <summary>Gives the tests of a notebook to run, as they stand behind its name in node ids; none for all.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="found">Its tests, where they are needed.</param>
    public IReadOnlyList<string> NodesOf(ListedNotebook notebook, IReadOnlyCollection<LoggedTest> found)
    {
        var prefix = $"{notebook.Name}::";
        string[] nodes = NeedsTests ? [.. found.Where(test => !test.IsOfNotebook).Select(test => test.Node)]
            : _uids is null || _uids.Contains(notebook.Name) || _uids.Any(uid => uid.StartsWith($"{prefix}In[", StringComparison.Ordinal)) ? []
            : [.. _uids.Where(uid => uid.StartsWith(prefix, StringComparison.Ordinal)).Select(uid => uid[prefix.Length..])];
        // More than fit are not selected before they run, but after it.
        return nodes.Sum(node => node.Length + notebook.Path.Length) > MostCharacters ? [] : nodes;
    }

    // As the platform has it: /assembly/notebook/test, each part with its special characters as in a URL. A shorter path would match
    // what is meant for a longer one, so that folders and classes are no parts of their own.
    private static string PathOf(ListedNotebook notebook, LoggedTest test) =>
        string.Concat(new[] { Assembly, notebook.Name, test.Name }.Select(part => $"/{Uri.EscapeDataString(part)}"));
}
