using System.Reflection;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>What a Roslyn newer than the one that this is compiled against knows; an older one does not know the C# that it is about.</summary>
internal static class NewerRoslyn
{
    private static readonly PropertyInfo? AllowsRefLike = typeof(ITypeParameterSymbol).GetProperty("AllowsRefLikeType");
    private static readonly PropertyInfo? Extension = typeof(ITypeSymbol).GetProperty("IsExtension") ?? typeof(INamedTypeSymbol).GetProperty("IsExtension");

    /// <summary>Whether a type parameter may stand for a ref struct.</summary>
    public static bool AllowsRefLikeType(ITypeParameterSymbol parameter) => AllowsRefLike?.GetValue(parameter) is true;

    /// <summary>Whether a type is an <c>extension</c> block.</summary>
    public static bool IsExtension(INamedTypeSymbol? type) => type is not null && Extension?.GetValue(type) is true;
}
