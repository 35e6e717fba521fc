using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Libraries;

/// <summary>A library as the notebook has it now.</summary>
/// <param name="Name">The simple name of its assembly.</param>
/// <param name="Path">The full path of its file.</param>
/// <param name="Content">What it was loaded from, with what it needs: the same content is the same library.</param>
/// <param name="Version">Its version, which is later each time that it is loaded.</param>
/// <param name="IsFirst">Whether it is what was loaded first under its name.</param>
/// <param name="Needs">The names of the libraries beside it that it refers to.</param>
/// <param name="Reference">What cells refer to.</param>
internal sealed record LibraryModule(
    string Name, string Path, string Content, Version Version, bool IsFirst, IReadOnlyList<string> Needs, PortableExecutableReference Reference);
