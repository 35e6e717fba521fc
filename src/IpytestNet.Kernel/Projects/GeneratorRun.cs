using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IpytestNet.Kernel.Projects;

/// <summary>Runs the source generators of a project, as the compiler would.</summary>
internal static class GeneratorRun
{
    /// <summary>Runs them.</summary>
    /// <param name="compilation">The project without generated sources.</param>
    /// <param name="arguments">The arguments of the compiler.</param>
    /// <returns>The project with them, and what the generators said.</returns>
    public static (CSharpCompilation Compilation, IReadOnlyList<Diagnostic> Said) On(CSharpCompilation compilation, CSharpCommandLineArguments arguments)
    {
        var files = arguments.AnalyzerReferences.Select(reference => reference.FilePath).Where(File.Exists).ToList();
        var generators = files.SelectMany(file => new AnalyzerFileReference(file, GeneratorLoader.Of(file)).GetGenerators(LanguageNames.CSharp)).ToList();
        if (generators.Count is 0)
            return (compilation, []);
        var driver = CSharpGeneratorDriver.Create(
            generators,
            arguments.AdditionalFiles.Where(file => File.Exists(file.Path)).Select(file => new ProjectFile(file.Path)),
            arguments.ParseOptions,
            new ProjectOptions(Configs(arguments)));
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var complete, out var said);
        return ((CSharpCompilation)complete, said);
    }

    private static AnalyzerConfigSet Configs(CSharpCommandLineArguments arguments) => AnalyzerConfigSet.Create(
        arguments.AnalyzerConfigPaths.Where(File.Exists).Select(path => AnalyzerConfig.Parse(File.ReadAllText(path), path)).ToImmutableArray());
}
