using IpytestNet.Testing.Platform.Log;
using IpytestNet.Testing.Platform.Notebooks;
using Microsoft.Testing.Extensions.TrxReport.Abstractions;
using Microsoft.Testing.Platform.Extensions.Messages;

namespace IpytestNet.Testing.Platform.Nodes;

/// <summary>Tests of a notebook as nodes of the platform.</summary>
/// <param name="notebook">The notebook.</param>
/// <param name="log">What is known of it.</param>
/// <param name="withTrx">Whether nodes bring what a TRX report needs.</param>
internal sealed class TestNodes(ListedNotebook notebook, NotebookLog log, bool withTrx)
{
    private static readonly string Assembly = System.Reflection.Assembly.GetEntryAssembly()?.FullName ?? "";

    private readonly FailureText _failures = new(notebook, log);

    /// <summary>Gives a test as a node that has not run.</summary>
    public TestNode Found(LoggedTest test) => NodeOf(test, DiscoveredTestNodeStateProperty.CachedInstance);

    /// <summary>Gives a test as a node that has run.</summary>
    public TestNode Ended(LoggedTest test)
    {
        var failure = test.IsBad ? _failures.Of(test) : null;
        var node = NodeOf(test, StateOf(test, failure));
        node.Properties.Add(new TimingProperty(new TimingInfo(test.Start, test.Start + test.Duration, test.Duration)));
        if (test.StandardOutput.Length > 0)
            node.Properties.Add(new StandardOutputProperty(test.StandardOutput));
        if (test.StandardError.Length > 0)
            node.Properties.Add(new StandardErrorProperty(test.StandardError));
        if (withTrx)
            AddTrx(node.Properties, test, failure);
        return node;
    }

    private static IProperty StateOf(LoggedTest test, NotebookException? failure) => test.End switch
    {
        TestEnd.Passed => PassedTestNodeStateProperty.CachedInstance,
        TestEnd.Skipped => new SkippedTestNodeStateProperty(test.Reason),
        // Of these the platform would name the type of the exception, which nobody has thrown.
        TestEnd.TimedOut => new TimeoutTestNodeStateProperty(failure!.TextWithTrace),
        TestEnd.Errored => new ErrorTestNodeStateProperty(failure!.TextWithTrace),
        TestEnd.Failed => new FailedTestNodeStateProperty(failure!, failure!.Text),
        _ => throw new ArgumentException($"expected a test that has run, but {test.Node} has not", nameof(test)),
    };

    private TestNode NodeOf(LoggedTest test, IProperty state)
    {
        var node = new TestNode { Uid = UidOf(test), DisplayName = DisplayNameOf(test), Properties = new PropertyBag(state) };
        // The platform counts lines from 0.
        var line = test.Definition is { } definition && log.LineInFile(definition) is { } found ? found - 1 : 0;
        node.Properties.Add(new TestFileLocationProperty(notebook.Path, new LinePositionSpan(new LinePosition(line, 0), new LinePosition(line, 0))));
        foreach (var marker in test.Markers)
            node.Properties.Add(new TestMetadataProperty(marker, ""));
        if (!test.IsOfNotebook)
            node.Properties.Add(new TestMethodIdentifierProperty(Assembly, Namespace(), TypeOf(test), MethodOf(test), 0, [], "System.Void"));
        return node;
    }

    private static bool IsWhole(LoggedTest test) => test is { IsOfNotebook: true, Node: LoggedTest.WholeNotebook };

    private string UidOf(LoggedTest test) => IsWhole(test) ? notebook.Name : $"{notebook.Name}::{test.Node}";

    private string DisplayNameOf(LoggedTest test) => !test.IsOfNotebook ? test.Name : IsWhole(test) ? notebook.Name : $"{notebook.Name} {test.Node}";

    private string Namespace() => string.Join('.', notebook.Name.Split('/')[..^1].Where(folder => folder is not ".."));

    // A class of a notebook stands within it.
    private string TypeOf(LoggedTest test) => string.Join('+', [Path.GetFileNameWithoutExtension(notebook.Name), .. test.Node.Split("::")[..^1]]);

    private static string MethodOf(LoggedTest test) => test.Node.Split("::")[^1].Split('(', '[')[0];

    private void AddTrx(PropertyBag properties, LoggedTest test, NotebookException? failure)
    {
        var space = Namespace();
        properties.Add(new TrxFullyQualifiedTypeNameProperty(space.Length > 0 ? $"{space}.{TypeOf(test)}" : TypeOf(test)));
        if (failure is not null)
            properties.Add(new TrxExceptionProperty(failure.Text, failure.StackTrace));
        if (test.StandardOutput.Length > 0 || test.StandardError.Length > 0)
            properties.Add(new TrxMessagesProperty([new StandardOutputTrxMessage(test.StandardOutput), new StandardErrorTrxMessage(test.StandardError)]));
        if (test.Markers.Count > 0)
            properties.Add(new TrxCategoriesProperty([.. test.Markers]));
    }
}
