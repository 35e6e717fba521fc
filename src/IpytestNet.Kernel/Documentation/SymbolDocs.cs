using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Xml;
using System.Xml.Linq;
using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Documentation;

/// <summary>Finds what is written about a symbol: in a cell or loaded file, beside a library, or in the reference pack of the framework.</summary>
internal sealed class SymbolDocs
{
    private readonly ConcurrentDictionary<(string Path, DateTime Written), XmlDocFile> _files = new();

    /// <summary>Gives the documentation of a symbol; empty if there is none.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="model">What the compiler knows of the code that uses it.</param>
    public XElement Of(ISymbol symbol, SemanticModel model)
    {
        var definition = (symbol is IMethodSymbol { ReducedFrom: { } from } ? from : symbol).OriginalDefinition;
        var element = Parse(TextOf(definition, model));
        // A constructor that says nothing makes what its type says.
        if (element.IsEmpty && definition is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var type })
            return Of(type, model);
        return element.Element("inheritdoc") is null || Ancestor(definition) is not { } ancestor ? element : Of(ancestor, model);
    }

    private string? TextOf(ISymbol symbol, SemanticModel model)
    {
        if (symbol.GetDocumentationCommentXml() is { Length: > 0 } own)
            return own;
        if (AnchorBefore(symbol) is { } anchor)
            return anchor.GetDocumentationCommentXml();
        if (symbol.GetDocumentationCommentId() is not { } id || symbol.ContainingAssembly is not { } assembly
            || (model.Compilation.GetMetadataReference(assembly) as PortableExecutableReference)?.FilePath is not { } path)
            return null;
        if (Path.ChangeExtension(path, ".xml") is var beside && File.Exists(beside))
            return _files.GetOrAdd((beside, File.GetLastWriteTimeUtc(beside)), key => new XmlDocFile(key.Path)).Find(id);
        return path.StartsWith(RuntimeEnvironment.GetRuntimeDirectory(), StringComparison.Ordinal)
            ? FrameworkDocs.Find(id, assembly.Name, symbol.ContainingNamespace.ToDisplayString())
            : null;
    }

    /// <summary>The anchor of a cell, which stands between the first member and its comment, or null.</summary>
    private static ISymbol? AnchorBefore(ISymbol symbol)
    {
        if (symbol is not { ContainingType: { IsScriptClass: true } cell, DeclaringSyntaxReferences: [var reference, ..] }
            || reference.GetSyntax().FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { Parent: CompilationUnitSyntax { Members: var members } } member)
            return null;
        return members.IndexOf(member) is >= 2 and var index
            && members[index - 2] is MethodDeclarationSyntax { Identifier.ValueText: var name } && name.StartsWith(RegistrationRewriter.Prefix, StringComparison.Ordinal)
                ? cell.GetMembers(name).FirstOrDefault()
                : null;
    }

    /// <summary>What a symbol inherits its documentation from.</summary>
    private static ISymbol? Ancestor(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol type => type.BaseType is { SpecialType: not SpecialType.System_Object } parent ? parent : type.Interfaces.FirstOrDefault(),
        IMethodSymbol { OverriddenMethod: { } overridden } => overridden,
        IPropertySymbol { OverriddenProperty: { } overridden } => overridden,
        _ => Implemented(symbol),
    };

    private static ISymbol? Implemented(ISymbol symbol) => symbol.ContainingType?.AllInterfaces
        .SelectMany(type => type.GetMembers(symbol.Name))
        .FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol));

    // A comment with a sign that is no XML is told as far as a person needs it: not at all.
    private static XElement Parse(string? text)
    {
        var nothing = new XElement("member");
        if (text is null)
            return nothing;
        try
        {
            var element = XElement.Parse(text, LoadOptions.PreserveWhitespace);
            return element.Name.LocalName is "member" or "doc" ? element : new XElement("member", element);
        }
        catch (XmlException)
        {
            return nothing;
        }
    }
}
