using IpytestNet.CommandLine;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Tool.Export;

/// <summary>
/// Works out, without running anything, behind which cell each test has its last run: <c>%%ipytest</c> runs the tests of its cell and
/// forgets those before, <c>Ipytest.Run</c> runs those that are known, and the end of the notebook does where no cell runs any. A run
/// that nothing has changed before does not count, so that cells see what tests have left where they first ran.
/// </summary>
internal sealed class RunPoints
{
    private static readonly string[] Questions = ["--collect-only", "--co", "--fixtures", "--markers", "--help", "-h", "--version", "-V"];
    private static readonly string[] ByMarkers = ["-m"];

    private readonly Dictionary<string, Definition> _live = new(StringComparer.Ordinal);
    private readonly HashSet<Definition> _found = [];
    private bool _cleans = true;
    private bool _hasRun;

    private RunPoints()
    {
    }

    /// <summary>Sets the last run of each test, and of each class of tests.</summary>
    /// <returns>The tests that no run finds.</returns>
    public static IReadOnlyList<Definition> Set(NotebookIndex index)
    {
        var points = new RunPoints();
        var tests = index.Definitions.Where(IsTest).ToList();
        foreach (var cell in index.Cells.Where(cell => cell.IsCell))
            points.Pass(cell, [.. tests.Where(test => test.Cell == cell)]);
        if (!points._hasRun && index.Cells is [.., var last])
            points.Run(points._live.Values, last);
        foreach (var test in tests.Where(test => test.FirstRun < test.LastRun && !StateChanges.Between(test, index)))
            test.LastRun = test.FirstRun;
        return [.. tests.Where(test => !points._found.Contains(test))];
    }

    /// <summary>Whether a definition is a test or has tests.</summary>
    public static bool IsTest(Definition definition) =>
        definition.Kind is DefinitionKind.Test
        || (definition is { Kind: DefinitionKind.Type, Cell.IsCell: true, Syntax: TypeDeclarationSyntax type }
            && type.DescendantNodesAndSelf().OfType<TypeDeclarationSyntax>().Any(own => XunitSymbols.HasTests(own, definition.Cell.Model)));

    private void Pass(ScriptCell cell, IReadOnlyList<Definition> tests)
    {
        if (cell.RunArguments is not null && _cleans)
            _live.Clear();
        foreach (var test in tests)
            _live[test.Name] = test;
        foreach (var call in cell.Root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Ipytest" }, Name.Identifier.ValueText: var name })
                continue;
            if (name is "Config" or "AutoConfig" && call.ArgumentList.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText is "clean") is { } clean)
                _cleans = clean.Expression.ToString() is not "false";
            else if (name is "Clean")
                _live.Clear();
            else if (name is "Run" or "RunAsync")
                Run(Selected(Texts(call)), cell);
        }

        if (cell.RunArguments is { } arguments)
            Run(Selected(arguments), cell);
    }

    private void Run(IEnumerable<Definition> tests, ScriptCell cell)
    {
        _hasRun = true;
        foreach (var test in tests)
        {
            if (_found.Add(test))
                test.FirstRun = cell.Index;
            test.LastRun = cell.Index;
        }
    }

    private static string[] Texts(InvocationExpressionSyntax call) =>
        [.. call.ArgumentList.Arguments
            .Where(argument => argument.NameColon is null)
            .SelectMany(argument => argument.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>())
            .Select(literal => literal.Token.Value).OfType<string>()
            .SelectMany(text => text.StartsWith('-') ? ShellWords.Split(text) : [text])];

    private IEnumerable<Definition> Selected(IReadOnlyList<string> arguments)
    {
        if (arguments.Intersect(Questions).Any())
            return [];
        var nodes = arguments.Where((argument, at) => argument.Contains('{', StringComparison.Ordinal) && (at == 0 || arguments[at - 1] is not "--deselect")).ToList();
        if (nodes.Count > 0)
            return _live.Values.Where(test => nodes.Exists(node => node.Contains($"{{{test.Name}}}", StringComparison.Ordinal) || node.Contains($"::{test.Name}", StringComparison.Ordinal)));
        // Markers are not looked up here, so that only what no run had before counts.
        if (arguments.Intersect(ByMarkers).Any())
            return _live.Values.Where(test => !_found.Contains(test));
        var keyword = arguments.Select((argument, at) => argument is "-k" && at + 1 < arguments.Count ? arguments[at + 1] : null).OfType<string>().FirstOrDefault();
        return keyword is null ? _live.Values : _live.Values.Where(test => Matches(keyword, test));
    }

    private static bool Matches(string keyword, Definition test)
    {
        try
        {
            return KeywordExpression.Parse(keyword).Matches(word => test.Name.Contains(word, StringComparison.OrdinalIgnoreCase)) || test.Kind is DefinitionKind.Type;
        }
        catch (UsageException)
        {
            return false;
        }
    }
}
