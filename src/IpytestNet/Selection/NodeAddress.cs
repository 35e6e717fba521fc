using IpytestNet.CommandLine;
using IpytestNet.Execution;

namespace IpytestNet.Selection;

/// <summary>A test with the node ids that lead to it.</summary>
internal sealed class NodeAddress
{
    private readonly HashSet<string> _around = new(StringComparer.Ordinal);
    private readonly HashSet<string> _own;

    /// <summary>Works out the node ids of a test.</summary>
    public NodeAddress(TestCase test)
    {
        Test = test;
        var container = test.Module;
        _around.Add(container);
        foreach (var name in test.Classes)
            _around.Add(container += NodeId.Separator + name);
        _own = new(StringComparer.Ordinal)
        {
            test.NodeId,
            container + NodeId.Separator + test.Name,
            container + NodeId.Separator + test.DisplayName,
        };
    }

    /// <summary>The test.</summary>
    public TestCase Test { get; }

    /// <summary>Its node ids and those of its classes and its module.</summary>
    public IEnumerable<string> All => _around.Concat(_own);

    /// <summary>Tells whether a node id is that of the test itself: of its row or of its function with all rows.</summary>
    public bool IsItself(string nodeId) => _own.Contains(nodeId);

    /// <summary>Tells whether a node id is that of the test, of a class around it or of its module.</summary>
    public bool IsWithin(string nodeId) => IsItself(nodeId) || IsContainer(nodeId);

    /// <summary>Tells whether a node id is that of a class around the test or of its module.</summary>
    public bool IsContainer(string nodeId) => _around.Contains(nodeId);
}
