using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Completion;

/// <summary>Finds out what stands before a dot.</summary>
/// <param name="model">What the compiler knows of the code.</param>
/// <param name="position">The place of the name after the dot.</param>
internal sealed class ReceiverReader(SemanticModel model, int position)
{
    /// <summary>Reads <c>receiver.</c> and <c>pointer-></c>.</summary>
    public CompletionPlace Read(MemberAccessExpressionSyntax access) => access.Expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.NumericLiteralExpression) => new CompletionPlace.Nothing(),
        var pointer when access.IsKind(SyntaxKind.PointerMemberAccessExpression) => OfValue((model.GetTypeInfo(pointer).Type as IPointerTypeSymbol)?.PointedAtType),
        var receiver => OfExpression(receiver),
    };

    /// <summary>Reads <c>Left.</c> where the parser has seen a type, which may be an expression that is not finished.</summary>
    public CompletionPlace Read(QualifiedNameSyntax name)
    {
        if (name.Parent is BaseNamespaceDeclarationSyntax)
            return new CompletionPlace.Nothing();
        var typesOnly = SyntaxFacts.IsInTypeOnlyContext(name) && name.Parent is not (VariableDeclarationSyntax or IncompleteMemberSyntax);
        if (model.GetSymbolInfo(name.Left).Symbol is INamespaceOrTypeSymbol symbol)
            return OfSymbol(symbol, typesOnly, UseOf(name));
        var expression = SyntaxFactory.ParseExpression(name.Left.ToString());
        return model.GetSpeculativeSymbolInfo(position, expression, SpeculativeBindingOption.BindAsExpression).Symbol is INamespaceOrTypeSymbol found
            ? OfSymbol(found, typesOnly)
            : OfValue(model.GetSpeculativeTypeInfo(position, expression, SpeculativeBindingOption.BindAsExpression).Type);
    }

    /// <summary>Reads <c>alias::</c>.</summary>
    public CompletionPlace Read(AliasQualifiedNameSyntax name) =>
        OfSymbol(model.GetSymbolInfo(name.Alias).Symbol as INamespaceOrTypeSymbol);

    /// <summary>Reads <c>receiver?.</c>.</summary>
    public CompletionPlace Read(MemberBindingExpressionSyntax binding)
    {
        var access = binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>()
            .FirstOrDefault(access => access.WhenNotNull.Span.Contains(binding.Span));
        return access is null ? new CompletionPlace.Nothing() : OfValue(NotNull(TypeOf(access.Expression)));
    }

    private CompletionPlace OfExpression(ExpressionSyntax receiver)
    {
        var symbol = model.GetSymbolInfo(receiver).Symbol;
        if (symbol is ITypeSymbol named && receiver is IdentifierNameSyntax name && IsNameOfValue(name, named))
            return new CompletionPlace.OfValueOrType(named);
        if (symbol is INamespaceOrTypeSymbol container)
            return OfSymbol(container);
        var type = TypeOf(receiver);
        return receiver is IdentifierNameSyntax && type is INamedTypeSymbol && symbol?.Name == type.Name && IsTypeName(type)
            ? new CompletionPlace.OfValueOrType(type)
            : OfValue(type, receiver is BaseExpressionSyntax);
    }

    private static TypeUse UseOf(QualifiedNameSyntax name) => name.Parent switch
    {
        UsingDirectiveSyntax { Alias: null, StaticKeyword.RawKind: 0 } => TypeUse.Namespace,
        AttributeSyntax => TypeUse.Attribute,
        ObjectCreationExpressionSyntax => TypeUse.Creation,
        _ => TypeUse.Any,
    };

    private static CompletionPlace OfSymbol(INamespaceOrTypeSymbol? symbol, bool typesOnly = false, TypeUse use = TypeUse.Any) => symbol switch
    {
        INamespaceSymbol space => new CompletionPlace.OfNamespace(space, use),
        ITypeSymbol { TypeKind: not TypeKind.Error } type => new CompletionPlace.OfType(type, typesOnly),
        _ => new CompletionPlace.Nothing(),
    };

    private static CompletionPlace OfValue(ITypeSymbol? type, bool isBase = false) => type is null or { TypeKind: TypeKind.Error or TypeKind.Dynamic }
        ? new CompletionPlace.Nothing()
        : new CompletionPlace.OfValue(type, isBase);

    /// <summary>The type of an expression; of a call whose arguments are not finished, that of the method it most likely calls.</summary>
    private ITypeSymbol? TypeOf(ExpressionSyntax expression)
    {
        var type = model.GetTypeInfo(expression).Type;
        if (type is not null and not { TypeKind: TypeKind.Error })
            return type;
        return model.GetSymbolInfo(expression).CandidateSymbols.Select(candidate => candidate switch
        {
            IMethodSymbol method when expression is InvocationExpressionSyntax => method.ReturnType,
            _ => TypeOfValue(candidate),
        }).FirstOrDefault(candidate => candidate is { TypeKind: not (TypeKind.Error or TypeKind.TypeParameter), SpecialType: not SpecialType.System_Void });
    }

    private static ITypeSymbol? TypeOfValue(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private static ITypeSymbol? NotNull(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? value : type;

    private bool IsNameOfValue(IdentifierNameSyntax name, ITypeSymbol type) =>
        model.LookupSymbols(position, name: name.Identifier.ValueText).Any(symbol => SymbolEqualityComparer.Default.Equals(TypeOfValue(symbol), type));

    private bool IsTypeName(ITypeSymbol type) =>
        model.LookupNamespacesAndTypes(position, name: type.Name).Contains(type, SymbolEqualityComparer.Default);
}
