using IpytestNet.Kernel.Assemblies;
using IpytestNet.Kernel.Compilation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Tool.Export;

/// <summary>Compiles the sources of a project as they will be compiled there.</summary>
/// <param name="references">What the cells refer to.</param>
/// <param name="cells">How many cells there are.</param>
internal sealed class CompileCheck(IEnumerable<MetadataReference> references, int cells)
{
    private static readonly string[] OfNotebooks = ["IpytestNet.Kernel", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp"];

    private readonly List<MetadataReference> _references =
        [.. references.Concat(NotebookReferences.All).Distinct().Where(reference => !OfNotebooks.Contains(NameOf(reference)))];

    /// <summary>Whether the library of ipytest is among the references.</summary>
    public bool HasLibrary { get; init; }

    /// <summary>Whether internal members of projects can be seen.</summary>
    public bool IsFriend { get; private set; }

    /// <summary>Whether the newest C# is allowed.</summary>
    public bool IsPreview { get; private set; }

    /// <summary>Returns the errors, with the fewest means that make them the fewest.</summary>
    /// <param name="sources">The texts.</param>
    public IReadOnlyList<Diagnostic> Errors(IReadOnlyList<string> sources)
    {
        var errors = Compile(sources);
        if (errors.Count > 0 && !IsPreview)
            errors = Better(errors, () => IsPreview = true, () => IsPreview = false, sources);
        if (errors.Any(error => error.Id is "CS0122" or "CS0117" or "CS1061") && !IsFriend)
            errors = Better(errors, () => IsFriend = true, () => IsFriend = false, sources);
        return errors;
    }

    private List<Diagnostic> Better(List<Diagnostic> before, Action on, Action off, IReadOnlyList<string> sources)
    {
        on();
        var after = Compile(sources);
        if (after.Count < before.Count)
            return after;
        off();
        return before;
    }

    private List<Diagnostic> Compile(IReadOnlyList<string> sources)
    {
        var parsing = new CSharpParseOptions(IsPreview ? LanguageVersion.Preview : LanguageVersion.CSharp14, preprocessorSymbols: ["NET", "DEBUG", "TRACE"]);
        var compilation = CSharpCompilation.Create(
            IsFriend ? Submission.AssemblyName(cells + 50) : "IpytestExport",
            sources.Select((text, at) => CSharpSyntaxTree.ParseText(text, parsing, path: $"{at}")),
            HasLibrary ? _references : _references.Where(reference => NameOf(reference) is not "IpytestNet"),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        return [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)];
    }

    private static string NameOf(MetadataReference reference) => reference is PortableExecutableReference { FilePath: { } path } ? Path.GetFileNameWithoutExtension(path) : reference.Display ?? "";
}
