using System.Text;

namespace IpytestNet.Benchmarks;

/// <summary>An ordinary test project with trivial facts, for comparison.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Executable">The compiled tests.</param>
internal sealed record XunitProject(string Folder, string Executable)
{
    private const string Name = "XunitFacts";

    /// <summary>Writes and builds the project.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="tests">How many facts it has.</param>
    public static XunitProject Build(string folder, int tests)
    {
        Write(folder);
        var source = new StringBuilder("using Xunit;\npublic class Facts\n{\n");
        for (var number = 0; number < tests; number++)
            source.Append($"    [Fact] public void Adds_{number}() => Assert.Equal(2, 1 + 1);\n");
        File.WriteAllText(Path.Combine(folder, "Facts.cs"), source.Append("}\n").ToString());
        new Command("dotnet", "build", folder, "--configuration", "Release", "--verbosity", "quiet").Time();
        return new XunitProject(folder, Path.Combine(folder, "bin", "Release", "net10.0", Repository.Executable(Name)));
    }

    /// <summary>Writes a project without tests.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="references">What it refers to beside xUnit, as MSBuild has it.</param>
    /// <returns>The folder.</returns>
    public static string Write(string folder, string references = "")
    {
        Directory.CreateDirectory(folder);
        // The settings of this repository are not those of an ordinary test project; its package versions are used.
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, Name + ".csproj"), $$"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <UseMicrosoftTestingPlatformRunner>true</UseMicrosoftTestingPlatformRunner>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="xunit.v3" />
                {{references}}
              </ItemGroup>
            </Project>
            """);
        return folder;
    }
}
