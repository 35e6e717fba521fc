using IpytestNet.Execution;

namespace IpytestNet.Reporting;

/// <summary>Lists tests without running them (<c>--collect-only</c>).</summary>
internal sealed class CollectionTree(TerminalText terminal, string moduleName)
{
    /// <summary>Writes the tests under their classes and notebooks.</summary>
    public void WriteTree(IReadOnlyList<TestCase> tests)
    {
        IReadOnlyList<string> open = [];
        foreach (var test in tests)
        {
            IReadOnlyList<string> containers = [test.Module, .. test.Classes];
            var known = containers.Zip(open).TakeWhile(pair => pair.First == pair.Second).Count();
            for (var depth = known; depth < containers.Count; depth++)
                WriteNode(depth, KindOf(depth, test), containers[depth]);
            WriteNode(containers.Count, test.Kind, test.DisplayName);
            open = containers;
        }
    }

    /// <summary>Writes one node id a line.</summary>
    public void WriteNodeIds(IReadOnlyList<TestCase> tests)
    {
        foreach (var test in tests)
            terminal.Line(test.NodeId);
    }

    /// <summary>Writes the number of tests of each notebook.</summary>
    public void WriteNumbers(IReadOnlyList<TestCase> tests)
    {
        foreach (var module in tests.GroupBy(test => test.Module))
            terminal.Line($"{module.Key}: {module.Count()}");
    }

    private string KindOf(int depth, TestCase test)
    {
        if (depth > 0)
            return "Class";

        return test.Module == moduleName ? "Notebook" : "Module";
    }

    private void WriteNode(int depth, string kind, string name) => terminal.Line($"{new string(' ', 2 * depth)}<{kind} {name}>");
}
