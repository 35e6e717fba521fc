namespace IpytestNet.Benchmarks;

/// <summary>The repository that is measured.</summary>
/// <param name="Root">Its folder.</param>
internal sealed record Repository(string Root)
{
    /// <summary>The project of the command <c>ipytest</c>.</summary>
    public string Tool => Path.Combine(Root, "src", "IpytestNet.Tool");

    /// <summary>The command as <c>dotnet run</c> builds it.</summary>
    public string ToolExecutable => Path.Combine(Root, "artifacts", "bin", "IpytestNet.Tool", "debug", Executable("ipytest"));

    /// <summary>The notebook of the README's first command.</summary>
    public string ExampleNotebook => Path.Combine(Root, "examples", "Example.ipynb");

    /// <summary>Where what is generated for measuring goes.</summary>
    public string Scratch => Path.Combine(Root, "artifacts", "benchmarks");

    /// <summary>Finds the repository around the program.</summary>
    /// <exception cref="DirectoryNotFoundException">The program does not lie in it.</exception>
    public static Repository Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Ipytest.slnx")))
                return new Repository(folder.FullName);
        }

        throw new DirectoryNotFoundException(
            $"Expected Ipytest.slnx in a folder above {AppContext.BaseDirectory}; run the benchmarks from a clone of the repository.");
    }

    /// <summary>The file name of a program on this system.</summary>
    public static string Executable(string name) => OperatingSystem.IsWindows() ? name + ".exe" : name;
}
