using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Kernel.Compilation;

/// <summary>Submissions each of which sees those before it.</summary>
internal sealed class SubmissionChain
{
    /// <summary>The newest submission, or null before the first.</summary>
    public CSharpCompilation? Newest { get; private set; }

    /// <summary>The number of places that the array of live submissions needs.</summary>
    public int Slots { get; private set; } = 1;

    /// <summary>The references of all submissions: those of each are handed on to the ones that follow.</summary>
    public IReadOnlyList<MetadataReference> References { get; private set; } = [];

    /// <summary>Adds a submission.</summary>
    /// <param name="compilation">The submission.</param>
    /// <param name="isLive">Whether it has code to run, and so a place in the array of live submissions.</param>
    public void Add(CSharpCompilation compilation, bool isLive)
    {
        Newest = compilation;
        References = compilation.References.Except(References).ToArray() is { Length: > 0 } own ? [.. References, .. own] : References;
        Slots += isLive ? 1 : 0;
    }

    /// <summary>Begins a chain that has the same submissions and goes its own way.</summary>
    public SubmissionChain Fork() => new() { Newest = Newest, Slots = Slots, References = References };
}
