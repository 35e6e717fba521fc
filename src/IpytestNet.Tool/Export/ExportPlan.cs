using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Tool.Export;

/// <summary>What is decided of a notebook before its code is written.</summary>
internal sealed class ExportPlan
{
    private readonly Dictionary<MemberDeclarationSyntax, string> _needNotebook = [];
    private readonly Dictionary<ScriptCell, HashSet<string>> _testNames;
    private readonly Dictionary<ScriptCell, AnonymousTypes> _anonymous = [];

    /// <param name="index">The notebook.</param>
    /// <param name="stateClass">The name of the class of variables and functions.</param>
    public ExportPlan(NotebookIndex index, string stateClass)
    {
        Index = index;
        StateClass = stateClass;
        NeverRun = RunPoints.Set(index);
        Versions = new Versions(index);
        _testNames = index.Definitions.Where(definition => definition.Kind is DefinitionKind.Test).GroupBy(test => test.Cell)
            .ToDictionary(tests => tests.Key, tests => tests.Select(test => test.Name).ToHashSet(StringComparer.Ordinal));
        foreach (var variable in index.Definitions.Where(definition => definition.Kind is DefinitionKind.Variable))
            variable.IsShared = MustBeShared(variable);
        FindWhatNeedsNotebook();
    }

    /// <summary>The notebook.</summary>
    public NotebookIndex Index { get; }

    /// <summary>Which definition counts where.</summary>
    public Versions Versions { get; }

    /// <summary>The name of the class of variables and functions.</summary>
    public string StateClass { get; }

    /// <summary>The tests that no run of the notebook finds.</summary>
    public IReadOnlyList<Definition> NeverRun { get; }

    /// <summary>Says why a member can be no code of the project, or null.</summary>
    public string? NeedsNotebook(MemberDeclarationSyntax member) => _needNotebook.GetValueOrDefault(member);

    /// <summary>Whether a name means something else in the code of a member, since a test of the same class has it.</summary>
    public bool IsHiddenIn(MemberDeclarationSyntax member, Definition target) =>
        Index.DefinedIn(member).Any(own => own.Kind is DefinitionKind.Test && _testNames[own.Cell].Contains(target.ExportName));

    /// <summary>The name of what runs the cells that tests need, or null if none runs anything.</summary>
    /// <param name="lastRun">The cell behind which the tests run, by index.</param>
    public string? CellsBefore(int lastRun) => Index.Cells.LastOrDefault(cell => cell.Index <= lastRun && Runs(cell)) is { } cell ? $"After{cell.Suffix}" : null;

    /// <summary>Whether a cell has statements to run.</summary>
    public bool Runs(ScriptCell cell) => cell.Root.Members.Any(member => NeedsNotebook(member) is null && member switch
    {
        GlobalStatementSyntax => true,
        FieldDeclarationSyntax field => Index.DefinedIn(member).Any(variable => !variable.IsShared)
            || (!field.Modifiers.Any(SyntaxKind.ConstKeyword) && field.Declaration.Variables.Any(variable => variable.Initializer is { } value && !IsPure(value.Value))),
        _ => false,
    });

    /// <summary>Whether a name is that of a function without parameters.</summary>
    public bool IsFunction(string name) =>
        Index.Definitions.Exists(definition => definition.Name == name && definition is { Kind: DefinitionKind.Function, Symbol: IMethodSymbol { Parameters.Length: 0 } });

    /// <summary>Finds the newest definition of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="era">The cell after which it is asked, by index.</param>
    public Definition? Newest(string name, int era) =>
        Index.Definitions.FindLast(definition => definition.Name == name && definition.Kind is DefinitionKind.Variable or DefinitionKind.Function && definition.Name == name && definition.Cell.Index <= era);

    /// <summary>The fixtures that tests see.</summary>
    /// <param name="lastRun">The cell behind which the tests run, by index.</param>
    public IReadOnlyList<Fixture> FixturesAt(int lastRun) =>
        [.. Index.Definitions
            .Where(definition => definition is { Kind: DefinitionKind.Function, Syntax: MethodDeclarationSyntax } && definition.Cell.Index <= lastRun && XunitSymbols.IsFixture(definition.Member, definition.Cell.Model))
            .Select(definition => new Fixture(definition, FixtureSetup.Key(FixtureName(definition))))];

    /// <summary>The fixtures of a test, or null if it has none.</summary>
    public FixtureSetup? SetupOf(MethodDeclarationSyntax test, IReadOnlyList<IParameterSymbol> filled, Definition definition)
    {
        var fixtures = FixturesAt(definition.LastRun);
        if (filled.Count is 0 && !fixtures.Any(fixture => fixture.IsAutoUsed))
            return null;
        var asked = filled.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        var names = test.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && !asked.Contains(token.ValueText)).Select(token => token.ValueText).ToHashSet(StringComparer.Ordinal);
        var setup = new FixtureSetup(fixtures, definition.Name, names, StateClass);
        setup.Make(filled);
        return setup;
    }

    /// <summary>Whether a plugin of the notebook gives one of the parameters its fixture.</summary>
    public bool ComesFromPlugin(IReadOnlyList<IParameterSymbol> parameters)
    {
        var plugins = Index.Definitions.Where(definition => definition.Symbol is INamedTypeSymbol type && type.AllInterfaces.Any(one => one.Name is "IPlugin"));
        var given = plugins.SelectMany(plugin => ((INamedTypeSymbol)plugin.Symbol).GetMembers().OfType<IMethodSymbol>())
            .Where(method => method.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "FixtureAttribute")).Select(method => FixtureSetup.Key(method.Name));
        return given.Intersect(parameters.Select(parameter => FixtureSetup.Key(parameter.Name))).Any();
    }

    /// <summary>The type of a variable, as C#.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="written">The type as it is written; null for <c>var</c>.</param>
    public string TypeOf(Definition variable, string? written)
    {
        if (written is not null)
            return written;
        return TypeOf(((IFieldSymbol)variable.Symbol).Type, variable.Cell, variable.Syntax.SpanStart);
    }

    /// <summary>A type as C#.</summary>
    /// <param name="type">The type.</param>
    /// <param name="cell">The cell that it is written in.</param>
    /// <param name="position">Where.</param>
    public string TypeOf(ITypeSymbol type, ScriptCell cell, int position)
    {
        var shown = string.Concat(type.ToMinimalDisplayParts(cell.Model, position).Select(part => Index.Find(part.Symbol) is { Kind: DefinitionKind.Type } own ? own.ExportName : part.ToString()));
        return AnonymousOf(cell).Named(shown, position);
    }

    /// <summary>The anonymous types of a cell that other code sees.</summary>
    public AnonymousTypes AnonymousOf(ScriptCell cell)
    {
        if (!_anonymous.TryGetValue(cell, out var types))
            _anonymous[cell] = types = new AnonymousTypes(cell, Index.Definitions.Where(variable => variable.Cell == cell && variable.IsShared).Select(variable => ((IFieldSymbol)variable.Symbol).Type));
        return types;
    }

    /// <summary>Whether a value can be made at any time: it calls nothing, and uses nothing of the notebook but types.</summary>
    public bool IsPure(ExpressionSyntax value) => value.DescendantNodesAndSelf().All(node => node switch
    {
        InvocationExpressionSyntax call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" },
        AwaitExpressionSyntax or AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } or ThrowExpressionSyntax => false,
        MemberAccessExpressionSyntax access => access.Parent is not AssignmentExpressionSyntax && IsConstant(access),
        SimpleNameSyntax name => !Index.Definitions.Exists(definition => definition.Name == name.Identifier.ValueText && definition.Kind is not DefinitionKind.Type),
        BaseObjectCreationExpressionSyntax creation => !Index.Definitions.Exists(definition => definition.Kind is DefinitionKind.Type && creation is ObjectCreationExpressionSyntax && definition.Syntax is ClassDeclarationSyntax && creation.ToString().Contains(definition.Name, StringComparison.Ordinal)),
        _ => true,
    }) || value is AnonymousFunctionExpressionSyntax;

    private bool IsConstant(MemberAccessExpressionSyntax access) =>
        Index.Cells.FirstOrDefault(cell => cell.Root.SyntaxTree == access.SyntaxTree)?.Model.GetSymbolInfo(access).Symbol is IFieldSymbol { IsConst: true } or IFieldSymbol { IsReadOnly: true };

    private static string FixtureName(Definition definition)
    {
        var attribute = XunitSymbols.AttributesOf(definition.Member, definition.Cell.Model).First(attribute => attribute.Class?.Name is "FixtureAttribute").Syntax;
        var name = attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText is "Name");
        return name is null ? definition.Name : definition.Cell.Model.GetConstantValue(name.Expression).Value as string ?? definition.Name;
    }

    // As a local variable it would be another thing: seen from elsewhere, used before it is declared, or hidden by one of its name.
    private bool MustBeShared(Definition variable)
    {
        if (Index.NamesInTexts.Contains(variable.Name) || variable.Member is FieldDeclarationSyntax { Modifiers.Count: > 0 })
            return true;
        var declared = variable.Syntax is VariableDeclaratorSyntax ? variable.Syntax.Span.End : variable.Syntax.SpanStart;
        foreach (var use in Index.UsesOf(variable))
        {
            if (use.Cell != variable.Cell || use.Member is not (GlobalStatementSyntax or FieldDeclarationSyntax) || use.Name.SpanStart < declared)
                return true;
        }

        // What nothing uses is there for a person to see.
        return !Index.UsesOf(variable).Any() && variable.Syntax is VariableDeclaratorSyntax
            ? !HasLocalType(variable)
            : IsDeclaredAgain(variable);
    }

    private static bool HasLocalType(Definition variable) => ((IFieldSymbol)variable.Symbol).Type is { IsAnonymousType: true } or { IsRefLikeType: true };

    private static bool IsDeclaredAgain(Definition variable) => variable.Cell.Root.Members
        .Where(member => member is GlobalStatementSyntax or FieldDeclarationSyntax)
        .SelectMany(member => member.DescendantNodes())
        .Any(node => node != variable.Syntax && node switch
        {
            VariableDeclaratorSyntax other => other.Identifier.ValueText == variable.Name,
            SingleVariableDesignationSyntax other => other.Identifier.ValueText == variable.Name,
            ForEachStatementSyntax other => other.Identifier.ValueText == variable.Name,
            ParameterSyntax other => other.Identifier.ValueText == variable.Name,
            CatchDeclarationSyntax other => other.Identifier.ValueText == variable.Name,
            _ => false,
        });

    private void FindWhatNeedsNotebook()
    {
        foreach (var cell in Index.Cells)
        {
            foreach (var member in cell.Root.Members)
            {
                if (Needs(member, cell.Model) is { } reason)
                    Mark(member, reason);
                else if (IsAssertion(member) && cell.Root.Members.TakeWhile(earlier => earlier != member).Any(IsRun))
                    Mark(member, "Left out, since it checks what that run has left");
            }
        }

        bool grown;
        do
        {
            grown = false;
            foreach (var member in Index.Cells.SelectMany(cell => cell.Root.Members).Where(member => !_needNotebook.ContainsKey(member)))
            {
                if (Index.UsesIn(member).Select(Versions.Of).FirstOrDefault(target => target.NeedsNotebook) is not { } target)
                    continue;
                Mark(member, $"Left out with {target.Name}, which it uses");
                grown = true;
            }
        }
        while (grown);
    }

    private static bool IsRun(MemberDeclarationSyntax member) =>
        member is GlobalStatementSyntax or FieldDeclarationSyntax && member.ToString().Contains("Ipytest.Run", StringComparison.Ordinal);

    private static bool IsAssertion(MemberDeclarationSyntax member) =>
        member is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Assert" } } } } };

    private void Mark(MemberDeclarationSyntax member, string reason)
    {
        _needNotebook[member] = reason;
        foreach (var definition in Index.DefinedIn(member))
            definition.NeedsNotebook = true;
    }

    private static string? Needs(MemberDeclarationSyntax member, SemanticModel model)
    {
        if (member is TypeDeclarationSyntax type && model.GetDeclaredSymbol(type) is { } symbol && symbol.AllInterfaces.FirstOrDefault(one => one.ContainingAssembly?.Name is "IpytestNet") is { } role)
            return $"Left out, since an {role.Name} takes part in the runs of a notebook";
        return member.DescendantNodes().OfType<SimpleNameSyntax>().Select(name => model.GetSymbolInfo(name).Symbol).Any(IsOfNotebook)
            ? "Left out, since it means the running notebook"
            : null;
    }

    private static bool IsOfNotebook(ISymbol? symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
        return type is { ContainingAssembly.Name: "IpytestNet", Name: "Ipytest" or "ExitCode" or "RewriteAssertTransformer" }
            || (type is { ContainingAssembly.Name: "IpytestNet.Kernel" } && type.Name is not "NotebookFunctions");
    }
}
