using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Tool.Export;

/// <summary>Makes pieces of a project of the code of one cell.</summary>
internal sealed class CellWriter
{
    private static readonly SyntaxKind[] Access =
        [SyntaxKind.PublicKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword, SyntaxKind.FileKeyword, SyntaxKind.NewKeyword];

    private readonly ScriptCell _cell;
    private readonly ExportPlan _plan;
    private readonly TextChanges _changes;
    private readonly AttributeEdits _attributes;
    private readonly List<Chunk> _chunks = [];

    private CellWriter(ScriptCell cell, ExportPlan plan)
    {
        _cell = cell;
        _plan = plan;
        _changes = new TextChanges(cell.Text);
        _attributes = new AttributeEdits(cell, _changes, plan.StateClass);
    }

    private SemanticModel Model => _cell.Model;

    /// <summary>Writes the pieces of a cell.</summary>
    public static IReadOnlyList<Chunk> Write(ScriptCell cell, ExportPlan plan)
    {
        var writer = new CellWriter(cell, plan);
        var root = cell.Root;
        foreach (var member in root.Members)
            writer.ChangeNames(member);
        // A comment above the usings belongs to the cell.
        if (root.Usings.Count > 0 && TriviaText.Before(root.Usings[0].GetFirstToken()) is { Length: > 0 } head)
            writer._chunks.Add(new Chunk(cell, ChunkPlace.Type, "", head, ""));
        foreach (var member in root.Members)
            writer.Add(member);
        if (TriviaText.Before(root.EndOfFileToken) is { Length: > 0 } tail)
            writer._chunks.Add(new Chunk(cell, writer._chunks is [.., var last] ? last.Place : ChunkPlace.Type, "", tail, ""));
        return writer._chunks;
    }

    private void Add(MemberDeclarationSyntax member)
    {
        var own = _plan.Index.DefinedIn(member).ToList();
        var first = _chunks.Count;
        switch (member)
        {
            case MethodDeclarationSyntax test when own is [{ Kind: DefinitionKind.Test } definition]:
                AddTest(test, definition);
                break;
            case MethodDeclarationSyntax or PropertyDeclarationSyntax or EventFieldDeclarationSyntax or EventDeclarationSyntax:
                _attributes.Lower(member);
                Publish(member, "public static ");
                Add(ChunkPlace.Member, member, _changes.Apply(member) + TriviaText.Behind(member));
                break;
            case BaseTypeDeclarationSyntax or DelegateDeclarationSyntax:
                AddType(member, own);
                break;
            case FieldDeclarationSyntax field:
                AddVariables(field, own);
                break;
            case GlobalStatementSyntax statement:
                AddStatement(statement, own);
                break;
            default:
                Add(ChunkPlace.Type, member, "").Reason = "Left out, since a project cannot have it here";
                break;
        }

        if (own.Find(definition => definition.ReplacedBy is not null) is { } replaced)
            LeaveOut(first, $"Defined again in {replaced.ReplacedBy!.Cell.Label}", isMissed: false);
        else if (_plan.NeedsNotebook(member) is { } reason)
            LeaveOut(first, reason, isMissed: member is not (GlobalStatementSyntax or FieldDeclarationSyntax));
    }

    private void LeaveOut(int first, string reason, bool isMissed)
    {
        for (var i = first; i < _chunks.Count; i++)
        {
            _chunks[i].Reason = reason;
            _chunks[i].IsGone = i < _chunks.Count - 1;
            _chunks[i].IsMissed = isMissed && i == _chunks.Count - 1;
        }
    }

    private Chunk Add(ChunkPlace place, MemberDeclarationSyntax member, string text)
    {
        var chunk = new Chunk(_cell, place, TriviaText.Before(member.GetFirstToken()), text, member.ToString())
        {
            IsApart = member.GetLeadingTrivia() is [{ RawKind: (int)SyntaxKind.EndOfLineTrivia }, ..],
        };
        _chunks.Add(chunk);
        return chunk;
    }

    // What was defined again has another name, and a class of tests hides functions by the names of its methods.
    private void ChangeNames(MemberDeclarationSyntax member)
    {
        foreach (var use in _plan.Index.UsesIn(member))
        {
            var target = _plan.Versions.Of(use);
            var isHidden = target.Kind is not DefinitionKind.Type && _plan.IsHiddenIn(member, target);
            if (isHidden || target.ExportName != target.Name)
                _changes.Replace(use.Name.Identifier, isHidden ? $"{_plan.StateClass}.{target.ExportName}" : target.ExportName);
        }

        foreach (var own in _plan.Index.DefinedIn(member).Where(own => own.ExportName != own.Name))
            ChangeOwnName(own);
        foreach (var call in member.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsDebugAssert))
            LowerDebugAssert(call);
    }

    private void ChangeOwnName(Definition own)
    {
        switch (own.Syntax)
        {
            case VariableDeclaratorSyntax or SingleVariableDesignationSyntax:
                break;
            case MethodDeclarationSyntax method:
                _changes.Replace(method.Identifier, own.ExportName);
                break;
            case PropertyDeclarationSyntax property:
                _changes.Replace(property.Identifier, own.ExportName);
                break;
            case DelegateDeclarationSyntax type:
                _changes.Replace(type.Identifier, own.ExportName);
                break;
            case BaseTypeDeclarationSyntax type:
                _changes.Replace(type.Identifier, own.ExportName);
                foreach (var constructor in type.ChildNodes().OfType<ConstructorDeclarationSyntax>())
                    _changes.Replace(constructor.Identifier, own.ExportName);
                break;
        }
    }

    private bool IsDebugAssert(InvocationExpressionSyntax call) =>
        call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Assert" }, ArgumentList.Arguments.Count: > 0 }
        && Model.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: "Assert", ContainingType: { Name: "Debug" or "Trace", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace.Name: "System" } } };

    // Neither the release of a project nor a test run checks those.
    private void LowerDebugAssert(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        _changes.Replace(call.Expression.Span, "Assert.True");
        if (arguments.Count is 1)
            _changes.Insert(arguments[0].Span.End, $", {SymbolDisplay.FormatLiteral(Rewriting.SourceLine.Of(arguments[0].Expression), quote: true)}");
        else
            _changes.Replace(TextSpan.FromBounds(arguments[1].Span.End, arguments[^1].Span.End), "");
    }

    private void Publish(MemberDeclarationSyntax member, string modifiers)
    {
        var isStatic = modifiers.Contains("static", StringComparison.Ordinal);
        foreach (var modifier in member.Modifiers.Where(modifier => Access.Contains(modifier.Kind()) || (isStatic && modifier.IsKind(SyntaxKind.StaticKeyword))))
            _changes.Remove(modifier);
        _changes.Insert(Head(member).SpanStart, modifiers);
    }

    private static SyntaxToken Head(MemberDeclarationSyntax member) =>
        member.AttributeLists is [.., var last] ? last.GetLastToken().GetNextToken() : member.GetFirstToken();

    private void AddType(MemberDeclarationSyntax type, List<Definition> own)
    {
        var tests = own is [var definition] && RunPoints.IsTest(definition) ? definition : null;
        _attributes.Lower(type);
        Publish(type, "public ");
        foreach (var inner in type.DescendantNodesAndSelf().OfType<TypeDeclarationSyntax>().Where(_ => tests is not null))
            ChangeTests(inner, tests!);
        Add(tests is null ? ChunkPlace.Type : ChunkPlace.TestType, type, _changes.Apply(type) + TriviaText.Behind(type));
    }

    private void ChangeTests(TypeDeclarationSyntax type, Definition definition)
    {
        var outer = type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().ToList();
        if (!XunitSymbols.HasTests(type, Model))
            return;
        foreach (var nested in outer.SkipLast(1))
        {
            _attributes.Lower(nested);
            Publish(nested, "public ");
        }

        if (_plan.CellsBefore(definition.LastRun) is { } cells)
            AddBase(type, $"IClassFixture<{cells}>");
        foreach (var test in type.Members.OfType<MethodDeclarationSyntax>().Where(method => XunitSymbols.IsTestByAttribute(method, Model)))
        {
            var marks = TestMarks.Read([test, .. outer], Model, _plan.IsFunction);
            _attributes.Lower(test);
            var writer = new TestWriter(_cell, _changes);
            if (marks.ChangeBody)
                _changes.Replace(test.Span, CodeLines.Indent(writer.Write(test, marks, setup: null, []), test.GetLocation().GetLineSpan().StartLinePosition.Character).TrimStart());
            else
                writer.Publish(test, marks.Skip);
        }
    }

    private void AddBase(TypeDeclarationSyntax type, string name)
    {
        if (type.BaseList is { } bases)
            _changes.Insert(bases.Types[^1].Span.End, $", {name}");
        else
            _changes.Insert(type.ParameterList?.Span.End ?? type.TypeParameterList?.Span.End ?? type.Identifier.Span.End, $" : {name}");
    }

    private void AddTest(MethodDeclarationSyntax test, Definition definition)
    {
        var marks = TestMarks.Read([test], Model, _plan.IsFunction);
        _attributes.Lower(test);
        foreach (var attribute in test.AttributeLists.SelectMany(list => list.Attributes))
            _attributes.SayWhereDataIs(attribute, name => _plan.Newest(name, definition.LastRun));
        if (_plan.Index.UsesOf(definition).Any())
        {
            AddCalledTest(test, definition);
            return;
        }

        var writer = new TestWriter(_cell, _changes);
        var filled = TestParameters.Filled(test, Model, _plan.FixturesAt(definition.LastRun));
        var setup = _plan.SetupOf(test, filled, definition);
        if (setup?.Problem is { } problem)
        {
            Add(ChunkPlace.Test, test, TestWriter.WriteBroken(test, problem));
            return;
        }

        if (setup is null && !marks.ChangeBody)
        {
            writer.Publish(test, marks.Skip);
            Add(ChunkPlace.Test, test, _changes.Apply(test) + TriviaText.Behind(test));
            return;
        }

        Add(ChunkPlace.Test, test, writer.Write(test, marks, setup, filled));
    }

    // Other code calls it, so it is a function, and the test calls that.
    private void AddCalledTest(MethodDeclarationSyntax test, Definition definition)
    {
        var isTask = !((IMethodSymbol)definition.Symbol).ReturnsVoid;
        var attributes = test.AttributeLists.Count is 0 ? "[Fact] " : $"{_changes.Apply(TextSpan.FromBounds(test.AttributeLists[0].SpanStart, test.AttributeLists[^1].Span.End))} ";
        var parameters = string.Join(", ", test.ParameterList.Parameters.Select(_changes.Apply));
        var arguments = string.Join(", ", test.ParameterList.Parameters.Select(parameter => parameter.Identifier.Text));
        foreach (var list in test.AttributeLists)
            _changes.Replace(TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart), "");
        Publish(test, "public static ");
        Add(ChunkPlace.Member, test, _changes.Apply(test) + TriviaText.Behind(test));
        _chunks.Add(new Chunk(_cell, ChunkPlace.Test, "", $"{attributes}public {(isTask ? "Task" : "void")} {test.Identifier.Text}({parameters}) => {_plan.StateClass}.{definition.ExportName}({arguments});", test.ToString()));
    }

    private void AddVariables(FieldDeclarationSyntax field, List<Definition> own)
    {
        var comments = TriviaText.Before(field.GetFirstToken());
        if (own.TrueForAll(variable => !variable.IsShared))
        {
            foreach (var variable in field.Declaration.Variables.Where(variable => variable.Initializer is null))
                _changes.Insert(variable.Span.End, " = default");
            Add(ChunkPlace.Statement, field, Ended(_changes.Apply(field), field.SemicolonToken) + TriviaText.Behind(field));
            return;
        }

        foreach (var variable in own)
        {
            var declarator = (VariableDeclaratorSyntax)variable.Syntax;
            var type = _plan.TypeOf(variable, field.Declaration.Type is { IsVar: false } said ? _changes.Apply(said) : null);
            var value = declarator.Initializer?.Value;
            var text = value is null ? null : $"{(value is InitializerExpressionSyntax ? $"new {type} " : "")}{_changes.Apply(value)}";
            if (field.Modifiers.Any(SyntaxKind.ConstKeyword))
            {
                _chunks.Add(new Chunk(_cell, ChunkPlace.Member, comments, $"public const {type} {variable.ExportName} = {text};", field.ToString()));
            }
            else if (text is null || _plan.IsPure(value!))
            {
                _chunks.Add(new Chunk(_cell, ChunkPlace.Member, comments, $"public static {type} {variable.ExportName}{(text is null ? "" : $" = {text}")};{TriviaText.Behind(field)}", field.ToString()));
            }
            else
            {
                _chunks.Add(new Chunk(_cell, ChunkPlace.Member, "", $"public static {type} {variable.ExportName};", field.ToString()));
                _chunks.Add(new Chunk(_cell, ChunkPlace.Statement, comments, $"{variable.ExportName} = {text};{TriviaText.Behind(field)}", field.ToString()));
            }

            comments = "";
        }
    }

    private static string Ended(string text, SyntaxToken semicolon) => semicolon.IsMissing ? $"{text.TrimEnd()};" : text;

    private void AddStatement(GlobalStatementSyntax statement, List<Definition> own)
    {
        var behind = "";
        foreach (var variable in own.Where(variable => variable.IsShared))
        {
            var type = _plan.TypeOf(variable, written: null);
            _chunks.Add(new Chunk(_cell, ChunkPlace.Member, "", $"public static {type} {variable.ExportName};", statement.ToString()));
            behind += Share(variable, statement);
        }

        foreach (var @return in statement.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().Where(node => node.Expression is not null))
        {
            _changes.Replace(@return.ReturnKeyword, "{ _ =");
            _changes.Insert(@return.Span.End, " return; }");
        }

        Add(ChunkPlace.Statement, statement, TextOf(statement) + behind + TriviaText.Behind(statement));
    }

    private string TextOf(GlobalStatementSyntax statement)
    {
        var text = _changes.Apply(statement);
        if (statement.Statement is not ExpressionStatementSyntax { SemicolonToken.IsMissing: true, Expression: var expression })
            return text;
        var type = Model.GetTypeInfo(expression).Type;
        var isStatement = expression is AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }
            || (expression is PrefixUnaryExpressionSyntax prefix && prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression);
        var isValue = !isStatement && type is not null and not { SpecialType: SpecialType.System_Void };
        return text.EndsWith(';') ? text : $"{(isValue ? "_ = " : "")}{text};";
    }

    // A variable that an expression declares becomes one of the notebook.
    private string Share(Definition variable, GlobalStatementSyntax statement)
    {
        var designation = (SingleVariableDesignationSyntax)variable.Syntax;
        switch (designation.Parent)
        {
            case DeclarationExpressionSyntax declaration:
                _changes.Replace(declaration.Span, variable.ExportName);
                return "";
            case ParenthesizedVariableDesignationSyntax:
                var whole = designation.Ancestors().OfType<DeclarationExpressionSyntax>().First();
                _changes.Replace(whole.Span, Deconstructed(whole.Designation));
                return "";
            default:
                var local = $"{variable.Name}Value";
                _changes.Replace(designation.Identifier, local);
                foreach (var use in _plan.Index.UsesIn(statement).Where(use => use.Target == variable))
                    _changes.Replace(use.Name.Identifier, local);
                return $" {variable.ExportName} = {local};";
        }
    }

    private string Deconstructed(VariableDesignationSyntax designation) => designation switch
    {
        ParenthesizedVariableDesignationSyntax many => $"({string.Join(", ", many.Variables.Select(Deconstructed))})",
        SingleVariableDesignationSyntax one when _plan.Index.Definitions.Find(variable => variable.Syntax == one) is { IsShared: true } shared => shared.ExportName,
        SingleVariableDesignationSyntax one => $"var {one.Identifier.Text}",
        _ => "_",
    };
}
