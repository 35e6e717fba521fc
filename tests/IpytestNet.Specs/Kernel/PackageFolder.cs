using IpytestNet.Kernel;
using IpytestNet.Specs.Documents;

namespace IpytestNet.Specs.Kernel;

/// <summary>A folder of notebooks with a source of packages below it, of which alone its <c>nuget.config</c> tells; all that restores keep stays in it.</summary>
internal sealed class PackageFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <param name="source">The source that <c>nuget.config</c> names.</param>
    public PackageFolder(string source = "source")
    {
        Directory.CreateDirectory(Source);
        _folder.Write(
            "nuget.config",
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="kept" /></config>
              <packageSources><clear /><add key="ours" value="{source}" /></packageSources>
            </configuration>
            """);
    }

    /// <summary>The path of the source.</summary>
    public string Source => PathOf("source");

    /// <summary>The folder of what restores have found.</summary>
    public string Cache => PathOf("cache");

    public string PathOf(string name) => _folder.PathOf(name);

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Adds packages of one class to the source, as <c>Name 1.0.0 needs Other 2.0.0</c>; each has a class with its version.</summary>
    public PackageFolder With(params string[] packages)
    {
        foreach (var words in packages.Select(package => package.Split(' ')))
        {
            new LocalPackage(words[0], words[1])
            {
                Code = $$"""
                    [assembly: System.Reflection.AssemblyVersion("{{words[1].Split('-')[0]}}.0")]
                    public static class {{words[0]}} { public static string Version => "{{words[1]}}"; }
                    """,
                Dependency = words is [_, _, "needs", var name, var version] ? (name, version) : null,
            }.Pack(Source);
        }

        return this;
    }

    /// <summary>Opens a notebook in the folder.</summary>
    public LiveNotebook Open() => new(Options());

    public NotebookOptions Options() => new() { Name = "Notebook.ipynb", WorkingDirectory = _folder.Root, PackageCache = Cache };

    public void Dispose() => _folder.Dispose();
}
