using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Completion;

/// <summary>Finds the places where properties are named: in initializers, <c>with</c>, patterns and the arguments of attributes.</summary>
internal static class InitializerNames
{
    /// <summary>Gives the place of a name, or null if it is none of them.</summary>
    public static CompletionPlace.Named? Find(SimpleNameSyntax name, SemanticModel model) => name.Parent switch
    {
        InitializerExpressionSyntax initializer => InInitializer(initializer, model),
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } assignment when assignment.Left == name => InInitializer(initializer, model),
        ConstantPatternSyntax or TypePatternSyntax
            when name.Parent.Parent is SubpatternSyntax { ExpressionColon: null, Parent: PropertyPatternClauseSyntax clause } => InPattern(clause, model),
        AttributeArgumentSyntax { NameEquals: null, NameColon: null, Parent: AttributeArgumentListSyntax { Parent: AttributeSyntax attribute } list } =>
            InAttribute(attribute, list, model),
        _ => null,
    };

    private static CompletionPlace.Named? InInitializer(InitializerExpressionSyntax initializer, SemanticModel model)
    {
        if (initializer.Parent is not ExpressionSyntax || initializer.Parent is ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax)
            return null;
        var type = initializer.Parent switch
        {
            AssignmentExpressionSyntax nested => model.GetTypeInfo(nested.Left).Type,
            WithExpressionSyntax copy => model.GetTypeInfo(copy.Expression).Type,
            var creation => model.GetTypeInfo(creation).Type,
        };
        if (type is null or { TypeKind: TypeKind.Error })
            return null;
        var taken = initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(assignment => assignment.Left.ToString());
        return new CompletionPlace.Named(type, Names(taken), IsSet: true, AllowsValues: IsCollection(type) && initializer.Parent is not WithExpressionSyntax);
    }

    private static CompletionPlace.Named? InPattern(PropertyPatternClauseSyntax clause, SemanticModel model)
    {
        if (clause.Parent is not RecursivePatternSyntax pattern)
            return null;
        var info = model.GetTypeInfo(pattern);
        var type = (pattern.Type is null ? null : model.GetTypeInfo(pattern.Type).Type) ?? info.Type ?? info.ConvertedType;
        return type is null or { TypeKind: TypeKind.Error }
            ? null
            : new CompletionPlace.Named(
                type, Names(clause.Subpatterns.Select(part => part.ExpressionColon?.Expression.ToString())), IsSet: false, AllowsValues: false);
    }

    private static CompletionPlace.Named? InAttribute(AttributeSyntax attribute, AttributeArgumentListSyntax list, SemanticModel model) =>
        model.GetTypeInfo(attribute).Type is { TypeKind: not TypeKind.Error } type
            ? new CompletionPlace.Named(type, Names(list.Arguments.Select(argument => argument.NameEquals?.Name.ToString())), IsSet: true, AllowsValues: true)
            : null;

    private static bool IsCollection(ITypeSymbol type) =>
        type.AllInterfaces.Any(implemented => implemented.SpecialType is SpecialType.System_Collections_IEnumerable);

    private static HashSet<string> Names(IEnumerable<string?> names) => new(names.OfType<string>(), StringComparer.Ordinal);
}
