using IpytestNet.Specs.Documents;

namespace IpytestNet.Specs.Kernel;

/// <summary>A folder with projects, and a notebook in it.</summary>
internal sealed class ProjectFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>A notebook in the folder.</summary>
    public LiveNotebook Notebook() => new(new() { WorkingDirectory = _folder.Root });

    /// <summary>Writes a project file.</summary>
    /// <param name="name">The name of the project, and of its folder.</param>
    /// <param name="properties">What it says beside its framework.</param>
    /// <param name="items">What it refers to.</param>
    public ProjectFolder Project(string name, string properties = "", string items = "")
    {
        _folder.Write(
            $"{name}/{name}.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>{properties}</PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """);
        return this;
    }

    /// <summary>Writes a project in F# with one source, <c>Code.fs</c>.</summary>
    /// <param name="name">The name of the project, and of its folder.</param>
    /// <param name="code">The source.</param>
    /// <param name="items">What it refers to.</param>
    public ProjectFolder FSharp(string name, string code, string items = "") => InAnotherLanguage(name, "fs", code, "<Compile Include=\"Code.fs\" />" + items);

    /// <summary>Writes a project in Visual Basic with one source, <c>Code.vb</c>.</summary>
    /// <param name="name">The name of the project, and of its folder.</param>
    /// <param name="code">The source.</param>
    public ProjectFolder VisualBasic(string name, string code) => InAnotherLanguage(name, "vb", code, "");

    /// <summary>Gives a file or a folder another name.</summary>
    public ProjectFolder Rename(string from, string to)
    {
        Directory.Move(Path.Combine(_folder.Root, from), Path.Combine(_folder.Root, to));
        return this;
    }

    /// <summary>Writes a source, or another file.</summary>
    public ProjectFolder File(string path, string text)
    {
        _folder.Write(path, text);
        return this;
    }

    private ProjectFolder InAnotherLanguage(string name, string extension, string code, string items)
    {
        _folder.Write($"{name}/Code.{extension}", code);
        _folder.Write(
            $"{name}/{name}.{extension}proj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """);
        return this;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
