using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>Names types in generated code.</summary>
internal static class TypeNames
{
    /// <summary>What any value can be kept in.</summary>
    public const string Object = "object";

    /// <summary>Gives the name that means a type at a place, or null if it has none, such as a type with an anonymous one in it.</summary>
    public static string? Of(ITypeSymbol type, SemanticModel model, int position)
    {
        if (type.SpecialType is not SpecialType.None && type.SpecialType is not SpecialType.System_Nullable_T && type is not INamedTypeSymbol { IsGenericType: true })
            return type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var name = type.ToMinimalDisplayString(model, NullableFlowState.None, position);
        var bound = model.GetSpeculativeTypeInfo(position, SyntaxFactory.ParseTypeName(name), SpeculativeBindingOption.BindAsTypeOrNamespace).Type;
        return SymbolEqualityComparer.Default.Equals(bound, type) ? name : null;
    }
}
