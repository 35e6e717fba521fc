using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Tool.Export;

/// <summary>
/// Tells definitions of one name apart. In the notebook a statement uses what is defined when it runs, while tests, and the functions
/// that they call, use what is newest when the tests run.
/// </summary>
internal sealed class Versions
{
    private readonly NotebookIndex _index;
    private readonly Dictionary<Definition, List<Definition>> _versions = [];
    private readonly Dictionary<Definition, int> _eras = [];

    /// <param name="index">The notebook, with the runs of its tests.</param>
    public Versions(NotebookIndex index)
    {
        _index = index;
        foreach (var same in index.Definitions.Where(definition => definition.Kind is not DefinitionKind.Test).GroupBy(definition => (definition.Kind is DefinitionKind.Type, definition.Slot)))
        {
            var versions = same.ToList();
            foreach (var version in versions)
                _versions[version] = versions;
            foreach (var earlier in versions.SkipLast(1))
                earlier.ExportName = earlier.Kind is DefinitionKind.Type ? $"{earlier.Cell.Suffix}.{earlier.ExportName}" : $"{earlier.Name}_{earlier.Cell.Suffix}";
        }

        ReplaceTests();
        foreach (var test in index.Definitions.Where(definition => RunPoints.IsTest(definition) && definition.ReplacedBy is null))
            Follow(test.Member, test.LastRun);
        Replace();
    }

    /// <summary>Which version a place of the code uses.</summary>
    public Definition Of(Use use)
    {
        if (!_versions.TryGetValue(use.Target, out var versions) || versions.Count == 1 || !IsLate(use.Member))
            return use.Target;
        var era = _index.DefinedIn(use.Member).Select(own => _eras.GetValueOrDefault(own, own.Cell.Index)).DefaultIfEmpty(use.Cell.Index).Max();
        // A function that calls itself, or one that it takes the place of, means what it was bound to.
        return _index.DefinedIn(use.Member).Any(versions.Contains) ? use.Target : versions.FindLast(version => version.Cell.Index <= era) ?? use.Target;
    }

    // Functions, tests and classes of tests are compiled again when what they use was defined again; other types and statements are not.
    private bool IsLate(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax or PropertyDeclarationSyntax => true,
        TypeDeclarationSyntax => _index.DefinedIn(member).Any(RunPoints.IsTest),
        _ => false,
    };

    private void Follow(MemberDeclarationSyntax member, int era)
    {
        foreach (var own in _index.DefinedIn(member))
        {
            if (_eras.TryGetValue(own, out var known) && known >= era)
                return;
            _eras[own] = era;
        }

        foreach (var use in _index.UsesIn(member))
            Follow(Of(use).Member, era);
    }

    // Results go by the name of a test, and the last one counts.
    private void ReplaceTests()
    {
        foreach (var same in _index.Definitions.Where(RunPoints.IsTest).GroupBy(test => test.Name, StringComparer.Ordinal))
        {
            foreach (var earlier in same.Where(test => test.Cell != same.Last().Cell && !_index.UsesOf(test).Any(use => use.Member != test.Member)))
                earlier.ReplacedBy = same.Last();
        }
    }

    // An earlier definition that nothing uses any more is told of in a comment, not in code.
    private void Replace()
    {
        var used = new HashSet<Definition>();
        var roots = _index.Cells.SelectMany(cell => cell.Root.Members).Where(member => member is GlobalStatementSyntax or FieldDeclarationSyntax || _index.DefinedIn(member).Any(own => own.ReplacedBy is null && (own.ExportName == own.Name || own.Kind is DefinitionKind.Test)));
        var open = new Stack<MemberDeclarationSyntax>(roots);
        var seen = new HashSet<MemberDeclarationSyntax>(open);
        while (open.TryPop(out var member))
        {
            foreach (var target in _index.UsesIn(member).Select(Of))
            {
                used.Add(target);
                if (seen.Add(target.Member))
                    open.Push(target.Member);
            }
        }

        foreach (var (definition, versions) in _versions)
        {
            if (definition != versions[^1] && !RunPoints.IsTest(definition) && !used.Contains(definition) && definition.Kind is not DefinitionKind.Variable && !XunitSymbols.IsFixture(definition.Member, definition.Cell.Model))
                definition.ReplacedBy = versions[^1];
        }
    }
}
