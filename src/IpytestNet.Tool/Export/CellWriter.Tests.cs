using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Tool.Export;

/// <content>Types and tests.</content>
internal sealed partial class CellWriter
{
    private void AddType(MemberDeclarationSyntax type, List<Definition> own)
    {
        var tests = own is [var definition] && RunPoints.IsTest(definition) ? definition : null;
        _attributes.Lower(type);
        Publish(type, "public ");
        foreach (var inner in type.DescendantNodesAndSelf().OfType<TypeDeclarationSyntax>().Where(_ => tests is not null))
            ChangeTests(inner, tests!);
        var text = _changes.Apply(type) + TriviaText.Behind(type);
        // A type shows its name, which must stay what it is.
        if (own is [{ Kind: DefinitionKind.Type } earlier] && earlier.ExportName != earlier.Name && earlier.ReplacedBy is null && earlier.ExportName.Contains('.', StringComparison.Ordinal))
            text = $"public static partial class {_cell.Suffix}\n{{\n{CodeLines.Indent(text, 4)}\n}}";
        Add(tests is null ? ChunkPlace.Type : ChunkPlace.TestType, type, text);
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

        if (_cell.RunArguments?.Contains("--runxfail") is true)
            marks = marks with { XFail = null };
        var writer = new TestWriter(_cell, _changes);
        var filled = TestParameters.Filled(test, Model, _plan.FixturesAt(definition.LastRun));
        var setup = _plan.SetupOf(test, filled, definition);
        if (TestParameters.Defaults(test, Model) is { Count: > 0 } defaults)
        {
            setup ??= new FixtureSetup([], definition.Name, new HashSet<string>(StringComparer.Ordinal), _plan.StateClass);
            setup.Lines.InsertRange(0, defaults.Select(parameter => $"{_changes.Apply(parameter.Type!)} {parameter.Identifier.Text} = {(parameter.Default is { } value ? _changes.Apply(value.Value) : "[]")};"));
            filled = [.. filled, .. defaults.Select(parameter => Model.GetDeclaredSymbol(parameter)!)];
        }

        if (setup?.Problem is { } problem)
        {
            if (_plan.ComesFromPlugin(filled))
            {
                Add(ChunkPlace.Test, test, "");
                LeaveOut(_chunks.Count - 1, "Left out, since a plugin gives it a fixture", isMissed: true);
                return;
            }

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
}
