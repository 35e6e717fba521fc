using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Kernel.Projects;

/// <summary>A project as it is on disk now.</summary>
/// <param name="Description">What MSBuild says of it.</param>
/// <param name="Arguments">The arguments of the compiler, understood.</param>
/// <param name="Texts">The text of each source by its full path.</param>
/// <param name="Libraries">The libraries of packages that it refers to.</param>
/// <param name="Content">All that its assembly depends on, summed up.</param>
internal sealed record ProjectSources(
    ProjectDescription Description,
    CSharpCommandLineArguments Arguments,
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyList<PortableExecutableReference> Libraries,
    string Content)
{
    /// <summary>Whether it names sources that do not exist.</summary>
    public bool IsIncomplete => Arguments.SourceFiles.Any(file => !Texts.ContainsKey(file.Path));

    /// <summary>Reads a project.</summary>
    /// <param name="description">What MSBuild says of it.</param>
    /// <param name="projects">The projects that it refers to, directly and through others.</param>
    public static ProjectSources Read(ProjectDescription description, IReadOnlyList<ProjectModule> projects)
    {
        var arguments = CSharpCommandLineParser.Default.Parse(description.Arguments, description.Folder, sdkDirectory: null);
        var texts = arguments.SourceFiles.Select(file => file.Path).Where(File.Exists).ToDictionary(path => path, File.ReadAllText, StringComparer.Ordinal);
        var ofProjects = projects.Select(module => module.Description.AssemblyName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var libraries = arguments.MetadataReferences
            .Where(reference => File.Exists(reference.Reference) && !ofProjects.Contains(Path.GetFileNameWithoutExtension(reference.Reference)))
            .Select(reference => MetadataReference.CreateFromFile(reference.Reference, reference.Properties, DocumentationProvider.Default))
            .ToList();
        var content = new StringBuilder().AppendJoin('\n', description.Arguments);
        foreach (var (path, text) in texts)
            content.Append('\n').Append(path).Append('\n').Append(text);
        foreach (var file in arguments.AdditionalFiles.Where(file => File.Exists(file.Path)))
            content.Append('\n').Append(file.Path).Append('\n').Append(File.ReadAllText(file.Path));
        foreach (var library in libraries)
            content.Append('\n').Append(library.FilePath).Append(File.GetLastWriteTimeUtc(library.FilePath!).Ticks);
        foreach (var module in projects)
            content.Append('\n').Append(module.Code);
        return new ProjectSources(
            description, arguments, texts, libraries, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString()))));
    }
}
