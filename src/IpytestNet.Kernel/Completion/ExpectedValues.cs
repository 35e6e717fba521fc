using IpytestNet.Kernel.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Completion;

/// <summary>The members of an enum where a value of it is expected.</summary>
internal static class ExpectedValues
{
    /// <summary>Makes candidates for a name, with the enum before the dot.</summary>
    public static IEnumerable<Candidate> At(SimpleNameSyntax node, SemanticModel model) =>
        TypesAt(node, model).Select(WithoutNull).OfType<INamedTypeSymbol>()
            .Where(type => type.TypeKind is TypeKind.Enum)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .SelectMany(type => type.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst))
            .Select(field => new Candidate(Text(field, node.SpanStart, model), CompletionKind.Instance, Tier.Expected));

    private static string Text(IFieldSymbol field, int position, SemanticModel model) =>
        $"{field.ContainingType.ToMinimalDisplayString(model, position)}.{SymbolCandidates.Escaped(field.Name)}";

    private static IEnumerable<ITypeSymbol?> TypesAt(SimpleNameSyntax node, SemanticModel model) => node.Parent switch
    {
        EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type: { IsVar: false } type } } => [model.GetTypeInfo(type).Type],
        AssignmentExpressionSyntax assignment when assignment.Right == node => [model.GetTypeInfo(assignment.Left).Type],
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression or (int)SyntaxKind.BitwiseOrExpression } comparison =>
            [model.GetTypeInfo(comparison.Left == node ? comparison.Right : comparison.Left).Type],
        ArgumentSyntax argument => OfArgument(argument, model),
        CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax statement } => [model.GetTypeInfo(statement.Expression).Type],
        ConstantPatternSyntax { Parent.Parent: SwitchExpressionSyntax expression } => [model.GetTypeInfo(expression.GoverningExpression).Type],
        ConstantPatternSyntax { Parent: IsPatternExpressionSyntax pattern } => [model.GetTypeInfo(pattern.Expression).Type],
        BinaryExpressionSyntax test when test.IsKind(SyntaxKind.IsExpression) => [model.GetTypeInfo(test.Left).Type],
        _ => [],
    };

    private static IEnumerable<ITypeSymbol?> OfArgument(ArgumentSyntax argument, SemanticModel model)
    {
        if (argument.Parent is not BaseArgumentListSyntax list)
            return [];
        var index = list.Arguments.IndexOf(argument);
        return CalledMethods.Of(list.Parent, model).Select(method => argument.NameColon is { } name
            ? method.Parameters.FirstOrDefault(parameter => parameter.Name == name.Name.Identifier.ValueText)?.Type
            : method.Parameters.ElementAtOrDefault(index)?.Type);
    }

    private static ITypeSymbol? WithoutNull(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? value : type;
}
