using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Completion;

/// <summary>What kind of thing can stand at a place of a cell.</summary>
internal abstract record CompletionPlace
{
    private CompletionPlace()
    {
    }

    /// <summary>Text, a comment, or a name that the user makes up.</summary>
    public sealed record Nothing : CompletionPlace;

    /// <summary>A word that goes on a finished expression.</summary>
    public sealed record Continuation : CompletionPlace;

    /// <summary>A member of a value.</summary>
    /// <param name="Type">The type of the value.</param>
    /// <param name="IsBase">Whether the value is <c>base</c>.</param>
    public sealed record OfValue(ITypeSymbol Type, bool IsBase) : CompletionPlace;

    /// <summary>A member of a type.</summary>
    /// <param name="Type">The type.</param>
    /// <param name="TypesOnly">Whether only a nested type can stand here.</param>
    public sealed record OfType(ITypeSymbol Type, bool TypesOnly) : CompletionPlace;

    /// <summary>A member of what is the name of a value and of its type alike, as in <c>Color Color</c>.</summary>
    /// <param name="Type">The type.</param>
    public sealed record OfValueOrType(ITypeSymbol Type) : CompletionPlace;

    /// <summary>A type or namespace within a namespace.</summary>
    /// <param name="Namespace">The namespace.</param>
    /// <param name="Use">What is needed of it.</param>
    public sealed record OfNamespace(INamespaceSymbol Namespace, TypeUse Use) : CompletionPlace;

    /// <summary>A property or field that an initializer or a pattern names.</summary>
    /// <param name="Type">The type whose it is.</param>
    /// <param name="Taken">Those that are named already.</param>
    /// <param name="IsSet">Whether it is set, not read.</param>
    /// <param name="AllowsValues">Whether an expression could stand here as well.</param>
    public sealed record Named(ITypeSymbol Type, IReadOnlySet<string> Taken, bool IsSet, bool AllowsValues) : CompletionPlace;

    /// <summary>An expression.</summary>
    /// <param name="Node">The name at the place, or null if the code around it is beyond reading.</param>
    public sealed record Value(SimpleNameSyntax? Node) : CompletionPlace;

    /// <summary>The beginning of a statement.</summary>
    /// <param name="Node">The name at the place.</param>
    public sealed record Statement(SimpleNameSyntax? Node) : CompletionPlace;

    /// <summary>The beginning of a member of a type, or what follows its modifiers.</summary>
    public sealed record Member : CompletionPlace;

    /// <summary>An accessor of a property.</summary>
    public sealed record Accessor : CompletionPlace;

    /// <summary>The label that a <c>goto</c> names.</summary>
    public sealed record Label : CompletionPlace;

    /// <summary>A type.</summary>
    /// <param name="Use">What the type is for.</param>
    public sealed record TypeName(TypeUse Use) : CompletionPlace;
}
