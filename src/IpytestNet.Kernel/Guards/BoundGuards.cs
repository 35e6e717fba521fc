using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Guards;

/// <summary>
/// The guards that need the compiler's knowledge: in lambdas, which may be expression trees, in records, whose generated members
/// recurse through cycles (the compiler's own stack probes miss both), and in place of <see cref="Environment.Exit"/>.
/// </summary>
internal sealed class BoundGuards : IBoundRewriter
{
    private const string Guard = "global::IpytestNet.Kernel.Guards.CellGuard.";
    private const string Enter = Guard + "Enter(out int _); ";

    /// <inheritdoc/>
    public bool Concerns(SyntaxNode root) => root.DescendantNodes().Any(IsCandidate);

    /// <inheritdoc/>
    public IEnumerable<TextEdit> Rewrite(BoundCell cell) =>
        cell.Root.DescendantNodes().Where(IsCandidate).SelectMany(node => Rewrite(node, cell.Model));

    private static bool IsCandidate(SyntaxNode node) => node
        is AnonymousFunctionExpressionSyntax
        or RecordDeclarationSyntax { RawKind: (int)SyntaxKind.RecordDeclaration }
        or IdentifierNameSyntax { Identifier.ValueText: nameof(Environment.Exit) };

    private static IEnumerable<TextEdit> Rewrite(SyntaxNode node, SemanticModel model) => node switch
    {
        AnonymousFunctionExpressionSyntax lambda => Lambda(lambda, model),
        RecordDeclarationSyntax record => Record(record, model),
        IdentifierNameSyntax name when IsExit(name, model) => Exit(name),
        _ => [],
    };

    private static IEnumerable<TextEdit> Lambda(AnonymousFunctionExpressionSyntax lambda, SemanticModel model)
    {
        if (model.GetSymbolInfo(lambda).Symbol is not IMethodSymbol { ReturnType: not IErrorTypeSymbol } symbol || ExpressionTrees.Contain(lambda, model))
            return [];
        var guard = Guard + EntryOf(symbol, lambda.Body);
        if (lambda.Block is { } block)
            return [TextEdit.After(block.OpenBraceToken, $" {guard}; ")];
        return lambda.ExpressionBody is { } body && LambdaBodies.Of(lambda, model) is { } kind ? Arrow(body, kind, guard) : [];
    }

    // Around all that others put around the expression.
    private static IEnumerable<TextEdit> Arrow(ExpressionSyntax body, LambdaBodies.Kind kind, string guard) =>
    [
        TextEdit.Before(body, $"{{ {guard}; {(kind is LambdaBodies.Kind.Value ? "return " : "")}") with { Extent = body.Span.Length + 1 },
        TextEdit.After(body, "; }") with { Extent = body.Span.Length + 1 },
    ];

    // Only a lambda that calls something can call itself.
    private static string EntryOf(IMethodSymbol lambda, CSharpSyntaxNode body) => lambda.IsAsync
        ? "EnterWithinBudget()"
        : body.DescendantNodesAndSelf().Any(inner => inner is InvocationExpressionSyntax or ElementAccessExpressionSyntax)
            ? "Enter(out int _)"
            : "Check()";

    // A record's generated Equals and GetHashCode both ask for EqualityContract first.
    private static IEnumerable<TextEdit> Record(RecordDeclarationSyntax record, SemanticModel model)
    {
        if (model.GetDeclaredSymbol(record) is not { BaseType: { } baseType } symbol
            || symbol.DeclaringSyntaxReferences[0].Span != record.Span
            || !CanBePartOfACycle(symbol)
            || symbol.GetMembers("EqualityContract").Any(member => !member.IsImplicitlyDeclared))
        {
            yield break;
        }

        var modifiers = baseType.SpecialType is not SpecialType.System_Object
            ? "protected override"
            : symbol.IsSealed ? "private" : "protected virtual";
        var contract = $" {modifiers} global::System.Type EqualityContract {{ get {{ {Enter}return typeof({record.Identifier.Text}{TypeParametersOf(record)}); }} }} ";
        yield return record.OpenBraceToken.IsKind(SyntaxKind.None)
            ? TextEdit.Replace(record.SemicolonToken, $" {{{contract}}}")
            : TextEdit.After(record.OpenBraceToken, contract);
    }

    private static string TypeParametersOf(RecordDeclarationSyntax record) => record.TypeParameterList is { } list
        ? $"<{string.Join(", ", list.Parameters.Select(parameter => parameter.Identifier.Text))}>"
        : "";

    // A derived record's contract takes the place of the one that it inherits, so what it inherits counts too.
    private static bool CanBePartOfACycle(INamedTypeSymbol record)
    {
        for (var type = record; type is not null; type = type.BaseType)
        {
            if (type.GetMembers().Any(member => member is IFieldSymbol { IsStatic: false, Type: { IsUnmanagedType: false, SpecialType: not SpecialType.System_String } }))
                return true;
        }

        return false;
    }

    private static bool IsExit(IdentifierNameSyntax name, SemanticModel model) =>
        model.GetSymbolInfo(name).Symbol is IMethodSymbol { ContainingType: { Name: nameof(Environment), ContainingNamespace.Name: nameof(System) } };

    private static IEnumerable<TextEdit> Exit(IdentifierNameSyntax name)
    {
        var callee = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? (ExpressionSyntax)access : name;
        foreach (var token in callee.DescendantTokens())
            yield return TextEdit.Replace(token, token == name.Identifier ? Guard + nameof(CellGuard.Exit) : "");
    }
}
