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

    /// <summary>Writes a source, or another file.</summary>
    public ProjectFolder File(string path, string text)
    {
        _folder.Write(path, text);
        return this;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
