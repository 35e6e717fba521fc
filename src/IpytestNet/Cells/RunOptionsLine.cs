using IpytestNet.CommandLine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Cells;

/// <summary>The settings that an options line gives to the run of its cell.</summary>
internal static class RunOptionsLine
{
    private const string Example = """write for example "// ipytest: raiseOnError: true, addopts: ["-x"]".""";

    /// <summary>Reads C# named arguments (<c>raiseOnError: true</c>) or Python's (<c>raise_on_error=True</c>).</summary>
    /// <param name="text">What stands after <c>ipytest:</c>.</param>
    /// <exception cref="UsageException">The text is no list of named values, or names a setting twice.</exception>
    public static IReadOnlyList<NamedExpression> Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];

        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview).WithKind(SourceCodeKind.Script);
        // The line break keeps a comment at the end from hiding the parenthesis.
        var list = SyntaxFactory.ParseArgumentList($"({PythonSpelling.ToCSharp(text)}\n)", options: options);
        if (list.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error) is { } error)
            throw Wrong(text, PositionOf(error), error.GetMessage());

        var settings = new List<NamedExpression>();
        foreach (var argument in list.Arguments)
        {
            var setting = Read(argument) ?? throw Wrong(text, argument.SpanStart, $"\"{argument}\" has no name");
            if (settings.Exists(known => known.Name == setting.Name))
                throw Wrong(text, argument.SpanStart, $"\"{setting.Name}\" is given twice");
            settings.Add(setting);
        }

        return settings;
    }

    private static NamedExpression? Read(ArgumentSyntax argument) => argument switch
    {
        { NameColon.Name.Identifier.ValueText: var name, RefKindKeyword.RawKind: 0 } =>
            new(PythonSpelling.CamelCase(name), argument.Expression.ToString()),
        { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: IdentifierNameSyntax name } assignment, NameColon: null } =>
            new(PythonSpelling.CamelCase(name.Identifier.ValueText), PythonSpelling.Value(assignment.Right).ToString()),
        _ => null,
    };

    // What follows the list is reported with the span of the list, which begins at our own parenthesis.
    private static int PositionOf(Diagnostic error) => error.Location.SourceSpan is { Start: 0, End: var end } ? end : error.Location.SourceSpan.Start;

    private static UsageException Wrong(string text, int position, string problem)
    {
        // The opening parenthesis, which the user did not write, makes a position in the list a column from 1.
        var column = Math.Clamp(position, 1, text.Length + 1);
        return new UsageException($"expected named options after \"ipytest:\", but at column {column} of \"{text.Trim()}\": {problem.TrimEnd('.')}; {Example}");
    }
}
