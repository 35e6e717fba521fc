using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Tool.Export;

/// <content>Variables and statements.</content>
internal sealed partial class CellWriter
{
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
        foreach (var variable in own.Where(variable => variable.IsShared))
        {
            var type = _plan.TypeOf(variable, written: null);
            _chunks.Add(new Chunk(_cell, ChunkPlace.Member, "", $"public static {type} {variable.ExportName};", statement.ToString()));
            Share(variable);
        }

        foreach (var @return in statement.DescendantNodesAndSelf(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().Where(node => node.Expression is not null))
        {
            _changes.Replace(@return.ReturnKeyword, "{ _ =");
            _changes.Insert(@return.Span.End, " return; }");
        }

        Add(ChunkPlace.Statement, statement, TextOf(statement) + TriviaText.Behind(statement));
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
    private void Share(Definition variable)
    {
        var designation = (SingleVariableDesignationSyntax)variable.Syntax;
        switch (designation.Parent)
        {
            case DeclarationExpressionSyntax declaration:
                _changes.Replace(declaration.Span, variable.ExportName);
                break;
            case ParenthesizedVariableDesignationSyntax:
                var whole = designation.Ancestors().OfType<DeclarationExpressionSyntax>().First();
                _changes.Replace(whole.Span, Deconstructed(whole.Designation));
                break;
            default:
                var pattern = designation.Ancestors().OfType<IsPatternExpressionSyntax>().First();
                _changes.Replace(designation.Identifier, $"{variable.Name}Found");
                _changes.Insert(pattern.SpanStart, "(");
                _changes.Insert(pattern.Span.End, $" && Variables.Keep(out {variable.ExportName}, {variable.Name}Found))");
                break;
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
