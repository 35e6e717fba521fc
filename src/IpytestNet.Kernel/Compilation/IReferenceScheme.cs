using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Compilation;

/// <summary>Finds what <c>#r</c> names by a scheme, as in <c>#r "nuget: Name, 1.0.0"</c>.</summary>
internal interface IReferenceScheme
{
    /// <summary>The scheme with its colon, such as <c>nuget:</c>.</summary>
    string Name { get; }

    /// <summary>Whether a reference is by this scheme.</summary>
    /// <param name="reference">The text of the reference.</param>
    bool Covers(string reference) => reference.StartsWith(Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes ready what a cell and the files that it loads refer to, before the cell is compiled.</summary>
    /// <param name="references">Their references by this scheme, sources among them, in the order of the code; at least one.</param>
    /// <exception cref="Hosting.CompilationException">What a reference names cannot be had.</exception>
    void Prepare(IReadOnlyList<CellReference> references);

    /// <summary>
    /// What the references that were made ready bring beside what <see cref="Resolve"/> gives for each, to the cells from now on. Any
    /// thread may ask.
    /// </summary>
    IEnumerable<PortableExecutableReference> References => [];

    /// <summary>
    /// Gives what a reference stands for, one at most, since the compiler takes no more; nothing if it has not been made ready. Any
    /// thread may ask.
    /// </summary>
    /// <param name="reference">The text of the reference, with its scheme.</param>
    /// <param name="baseFilePath">The path of the file that has it; null or no full path for a cell.</param>
    ImmutableArray<PortableExecutableReference> Resolve(string reference, string? baseFilePath);
}
