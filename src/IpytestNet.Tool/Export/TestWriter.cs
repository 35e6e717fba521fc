using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Tool.Export;

/// <summary>Writes a test as a method of a class.</summary>
/// <param name="cell">The cell of the test.</param>
/// <param name="changes">The changes of its code, but for those of the test itself.</param>
internal sealed class TestWriter(ScriptCell cell, TextChanges changes)
{
    private static readonly SyntaxKind[] Replaced = [SyntaxKind.PublicKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword];

    /// <summary>Makes the changes of a test whose body stays as it is.</summary>
    /// <param name="test">The test.</param>
    /// <param name="skip">Why it is skipped, as C#; or null.</param>
    public void Publish(MethodDeclarationSyntax test, string? skip)
    {
        foreach (var modifier in test.Modifiers.Where(modifier => Replaced.Contains(modifier.Kind())))
            changes.Remove(modifier);
        var head = test.Modifiers.Count > 0 ? test.Modifiers[0] : test.ReturnType.GetFirstToken();
        var fact = FactOf(test);
        changes.Insert(head.SpanStart, (fact is null ? $"[Fact{(skip is null ? "" : $"(Skip = {skip})")}]\n{new string(' ', ColumnOf(test))}" : "") + "public ");
        if (fact is not null && skip is not null)
            Skip(fact, skip);
        if (IsAsyncVoid(test))
            changes.Replace(test.ReturnType.Span, "Task");
    }

    /// <summary>Writes a test with another body.</summary>
    /// <param name="test">The test.</param>
    /// <param name="marks">What its attributes say.</param>
    /// <param name="setup">Its fixtures, or null where it has none.</param>
    /// <param name="filled">The parameters that fixtures fill.</param>
    public string Write(MethodDeclarationSyntax test, TestMarks marks, FixtureSetup? setup, IReadOnlyList<IParameterSymbol> filled)
    {
        var (body, awaits) = BodyOf(test, isWrapped: setup is not null || marks.XFail is not null);
        var isAsync = awaits || setup is { Awaits: true } || test.Modifiers.Any(SyntaxKind.AsyncKeyword);
        var lines = new List<string>();
        lines.AddRange(marks.SkipIf.Select(skip => $"Assert.SkipWhen({skip.Condition}, {skip.Reason});"));
        lines.AddRange(setup?.Lines ?? []);
        if (lines.Count > 0 && body.Length > 0)
            lines.Add("");
        var parameters = test.ParameterList.Parameters
            .Where(parameter => !filled.Any(one => one.Name == parameter.Identifier.ValueText))
            .Select(changes.Apply)
            .Concat((setup?.Params ?? []).Select(param => $"{param.Type} {param.Name}"));
        var modifiers = test.Modifiers.Any(SyntaxKind.UnsafeKeyword) ? "unsafe " : "";
        var inner = CodeLines.Indent(string.Join('\n', body.Length > 0 ? lines.Append(body) : lines), 4);
        var head = $"{AttributesOf(test, marks, setup)}public {modifiers}";
        var name = $"{test.Identifier.Text}({string.Join(", ", parameters)})";
        if (marks.XFail is { } expected)
        {
            return isAsync
                ? $"{head}Task {name} => ExpectedFailure.OfAsync({expected}, test: async () =>\n{{\n{inner}\n}});".Replace("{\n\n}", "{\n}", StringComparison.Ordinal)
                : $"{head}void {name} => ExpectedFailure.Of({expected}, test: () =>\n{{\n{inner}\n}});".Replace("{\n\n}", "{\n}", StringComparison.Ordinal);
        }

        return $"{head}{(isAsync ? "async Task" : "void")} {name}\n{{\n{inner}\n}}{LateRows(test, setup)}";
    }

    /// <summary>Writes a test that fails, as that of the notebook does before it begins.</summary>
    public static string WriteBroken(MethodDeclarationSyntax test, string problem) =>
        $"[Fact]\npublic void {test.Identifier.Text}() => Assert.Fail({SymbolDisplay.FormatLiteral(problem, quote: true)});";

    private (string Body, bool Awaits) BodyOf(MethodDeclarationSyntax test, bool isWrapped)
    {
        var isAsync = test.Modifiers.Any(SyntaxKind.AsyncKeyword);
        var isVoid = test.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        var returnsTask = !isAsync && !isVoid && XunitSymbols.IsTask(cell.Model.GetDeclaredSymbol(test)!.ReturnType);
        if (test.ExpressionBody is { Expression: var expression })
            return ($"{(returnsTask && expression is not ThrowExpressionSyntax ? "await " : "")}{CodeLines.Dedent(changes.Apply(expression), ColumnOf(test))};", returnsTask);
        var block = test.Body!;
        var text = CodeLines.Dedent(changes.Apply(TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart)));
        // What is set up must stay until the task has ended.
        return returnsTask && isWrapped ? ($"await Body();\n\nTask Body()\n{{\n{CodeLines.Indent(text, 4)}\n}}", true) : (text, returnsTask);
    }

    private string AttributesOf(MethodDeclarationSyntax test, TestMarks marks, FixtureSetup? setup)
    {
        var fact = FactOf(test);
        var text = new StringBuilder();
        if (setup is { Params.Count: > 0 })
        {
            text.Append(CultureFree($"[Theory{(marks.Skip is null ? "" : $"(Skip = {marks.Skip})")}]\n"));
            if (IsReadLate(setup))
                text.Append(CultureFree($"[MemberData(nameof({test.Identifier.Text}Rows))]\n"));
            foreach (var row in IsReadLate(setup) ? [] : Rows(test, setup))
                text.Append(CultureFree($"[InlineData({row})]\n"));
            foreach (var attribute in test.AttributeLists.SelectMany(list => list.Attributes).Where(attribute => attribute != fact && !IsInline(attribute) && !XunitSymbols.IsOurs(XunitSymbols.ClassOf(attribute, cell.Model))))
                text.Append(CultureFree($"[{changes.Apply(attribute)}]\n"));
            return text.ToString();
        }

        if (fact is not null && marks.Skip is not null)
            Skip(fact, marks.Skip);
        if (test.AttributeLists is [var first, ..])
        {
            var head = test.Modifiers.Count > 0 ? test.Modifiers[0] : test.ReturnType.GetFirstToken();
            text.Append(CodeLines.Dedent(changes.Apply(TextSpan.FromBounds(first.SpanStart, head.SpanStart)).TrimEnd(), ColumnOf(test)));
            if (text.Length > 0)
                text.Append('\n');
        }

        if (fact is null)
            text.Append(CultureFree($"[Fact{(marks.Skip is null ? "" : $"(Skip = {marks.Skip})")}]\n"));
        return text.ToString();
    }

    private static string CultureFree(FormattableString text) => FormattableString.Invariant(text);

    // Values that a variable holds are no constants, which attributes must have.
    private static bool IsReadLate(FixtureSetup setup) => setup.Params.Exists(param => param.Fixture.Params is null);

    private string LateRows(MethodDeclarationSyntax test, FixtureSetup? setup)
    {
        if (setup is null || !IsReadLate(setup))
            return "";
        var rows = InlineRows(test);
        var given = $"from row in new object[][] {{ {string.Join(", ", rows.Select(row => row.Length is 0 ? "System.Array.Empty<object>()" : $"new object[] {{ {row} }}"))} }}";
        var values = setup.Params.Select(param => $"from object {param.Name} in {param.Fixture.ParamsFrom ?? $"new object[] {{ {string.Join(", ", param.Fixture.Params ?? [])} }}"}");
        return $"\n\npublic static System.Collections.Generic.IEnumerable<object[]> {test.Identifier.Text}Rows =>\n    {given} {string.Join(' ', values)} select (object[])[.. row, {string.Join(", ", setup.Params.Select(param => param.Name))}];";
    }

    private string[] InlineRows(MethodDeclarationSyntax test)
    {
        string[] rows = [.. test.AttributeLists.SelectMany(list => list.Attributes).Where(IsInline).Select(attribute => string.Join(", ", attribute.ArgumentList?.Arguments.Select(argument => argument.ToString()) ?? []))];
        return rows is [] ? [""] : rows;
    }

    private IEnumerable<string> Rows(MethodDeclarationSyntax test, FixtureSetup setup)
    {
        IEnumerable<string> rows = InlineRows(test);
        foreach (var (fixture, _, _) in setup.Params)
            rows = [.. rows.SelectMany(row => fixture.Params ?? [], (row, value) => row.Length is 0 ? value : $"{row}, {value}")];
        return rows;
    }

    private bool IsInline(AttributeSyntax attribute) => XunitSymbols.ClassOf(attribute, cell.Model)?.Name is "InlineDataAttribute";

    private AttributeSyntax? FactOf(MethodDeclarationSyntax test) =>
        XunitSymbols.AttributesOf(test, cell.Model).FirstOrDefault(attribute => XunitSymbols.IsFact(attribute.Class)).Syntax;

    private void Skip(AttributeSyntax fact, string reason)
    {
        if (fact.ArgumentList is null)
            changes.Insert(fact.Name.Span.End, $"(Skip = {reason})");
        else if (!fact.ArgumentList.Arguments.Any(argument => argument.NameEquals?.Name.Identifier.ValueText is "Skip"))
            changes.Insert(fact.ArgumentList.CloseParenToken.SpanStart, $"{(fact.ArgumentList.Arguments.Count > 0 ? ", " : "")}Skip = {reason}");
    }

    private static bool IsAsyncVoid(MethodDeclarationSyntax test) =>
        test.Modifiers.Any(SyntaxKind.AsyncKeyword) && test.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    private static int ColumnOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Character;
}
