using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Compilation;

/// <summary>Code on its way to the compiler, after the rewriters that go by syntax.</summary>
/// <param name="Path">What stack traces and errors call it.</param>
/// <param name="Text">The code.</param>
/// <param name="Original">The syntax of what the user wrote, and the user's rules made of it.</param>
/// <param name="ToOriginal">Maps a position of the code to that.</param>
internal sealed record SourceCode(string Path, string Text, SyntaxNode Original, Func<int, int> ToOriginal)
{
    /// <summary>The code as rewriters see it that need the compiler's knowledge.</summary>
    public BoundCell Bound(SemanticModel model) => BoundCell.Of(model, Original, ToOriginal);
}
