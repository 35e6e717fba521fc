using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Specs.Architecture;

/// <summary>What users can call, as C# with one line a member.</summary>
internal static class PublicApi
{
    private static readonly SymbolDisplayFormat Format = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance
            | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeExplicitInterface,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.StaticMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeMemberKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    /// <summary>Writes the public and protected members of an assembly's public types.</summary>
    public static string Of(Assembly assembly)
    {
        var reference = MetadataReference.CreateFromFile(assembly.Location);
        var compilation = CSharpCompilation.Create("Api", references: [.. SourceTree.References, .. ProductReferences(assembly), reference]);
        var symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;
        var text = new StringBuilder();
        foreach (var types in Types(symbol.GlobalNamespace).GroupBy(Namespace, StringComparer.Ordinal).OrderBy(types => types.Key, StringComparer.Ordinal))
        {
            text.Append($"namespace {types.Key};\n\n");
            foreach (var type in types.OrderBy(FullName, StringComparer.Ordinal))
                Write(type, text);
        }

        return text.ToString();
    }

    private static IEnumerable<MetadataReference> ProductReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies()
            .Where(name => name.Name!.StartsWith("IpytestNet", StringComparison.Ordinal))
            .Select(name => MetadataReference.CreateFromFile(Assembly.Load(name).Location));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(member => member switch
        {
            INamedTypeSymbol type => IsVisible(type) ? Types(type).Prepend(type) : [],
            _ => Types(member),
        });

    private static string Namespace(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString();

    private static string FullName(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);

    private static void Write(INamedTypeSymbol type, StringBuilder text)
    {
        text.Append(Header(type)).Append('\n');
        foreach (var member in type.GetMembers().Where(IsShown))
            text.Append("    ").Append(Line(member)).Append('\n');
        text.Append('\n');
    }

    private static string Header(INamedTypeSymbol type)
    {
        var modifier = type switch
        {
            { TypeKind: not TypeKind.Class } => "",
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            _ => type.IsSealed ? "sealed " : "",
        };
        var declaration = type.ToDisplayString(Format.WithMemberOptions(SymbolDisplayMemberOptions.None));
        var bases = string.Join(", ", Bases(type).Select(symbol => symbol.ToDisplayString(Format.WithKindOptions(SymbolDisplayKindOptions.None))));
        return $"{SyntaxFacts.GetText(type.DeclaredAccessibility)} {modifier}{declaration}{(bases is "" ? "" : " : ")}{bases}";
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        if (type.BaseType is { SpecialType: SpecialType.None } parent)
            yield return parent;
        foreach (var implemented in type.Interfaces)
        {
            if (implemented is not { Name: "IEquatable" } || !type.IsRecord)
                yield return implemented;
        }
    }

    private static string Line(ISymbol member) => member switch
    {
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } field => $"{field.Name} = {field.ConstantValue},",
        IPropertySymbol => member.ToDisplayString(Format),
        _ => $"{member.ToDisplayString(Format)};",
    };

    private static bool IsShown(ISymbol member) =>
        IsVisible(member)
        && member is not INamedTypeSymbol
        && member is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove }
        && member is not IPropertySymbol { Name: "EqualityContract" }
        && !IsWrittenByTheCompiler(member);

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    // What every record, delegate and value type has says nothing about this one.
    private static bool IsWrittenByTheCompiler(ISymbol member) =>
        member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "CompilerGeneratedAttribute")
        || member is { IsImplicitlyDeclared: true }
        || member is IFieldSymbol { Name: "value__" }
        || (member is IMethodSymbol && member.ContainingType.TypeKind is TypeKind.Delegate)
        || member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters: [], ContainingType.TypeKind: TypeKind.Struct };
}
