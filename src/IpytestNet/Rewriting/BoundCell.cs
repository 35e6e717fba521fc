using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Rewriting;

/// <summary>A cell as the compiler understands it, after the rewriters that go by syntax.</summary>
/// <param name="Model">What the compiler knows of the code.</param>
/// <param name="TextOf">Gives a part of the code as the user, or a rule of theirs, wrote it, on one line.</param>
public sealed record BoundCell(SemanticModel Model, Func<TextSpan, string> TextOf)
{
    /// <summary>The syntax of the code.</summary>
    public SyntaxNode Root => Model.SyntaxTree.GetRoot();

    /// <summary>Maps a position of the code to what the user wrote; what a rewriter has put in stands for nothing there.</summary>
    /// <value>Default the position itself.</value>
    internal Func<int, int> ToOriginal { get; init; } = position => position;

    /// <summary>Makes a bound cell of code that was rewritten before.</summary>
    /// <param name="model">What the compiler knows of the rewritten code.</param>
    /// <param name="original">The syntax of the code as the user wrote it.</param>
    /// <param name="toOriginal">Maps a position of the rewritten code to the original.</param>
    public static BoundCell Of(SemanticModel model, SyntaxNode original, Func<int, int> toOriginal) =>
        new(model, span => SourceLine.Of(original, TextSpan.FromBounds(toOriginal(span.Start), toOriginal(span.End)))) { ToOriginal = toOriginal };
}
