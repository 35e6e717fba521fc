namespace IpytestNet.Benchmarks;

/// <summary>A library and a test project for <c>dotnet test</c> with coverlet's collector.</summary>
internal static class CoverletProject
{
    /// <summary>Writes the project files.</summary>
    /// <param name="folder">The folder around both.</param>
    /// <param name="library">The name of the library, whose folder must exist.</param>
    /// <returns>The folder of the tests.</returns>
    public static string Write(string folder, string library)
    {
        var tests = Directory.CreateDirectory(Path.Combine(folder, $"{library}.Tests")).FullName;
        // The settings of this repository are not those of an ordinary project; its test runner knows no collectors.
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "global.json"), "{}");
        File.WriteAllText(Path.Combine(folder, library, $"{library}.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><LangVersion>preview</LangVersion><AllowUnsafeBlocks>true</AllowUnsafeBlocks><TreatWarningsAsErrors>false</TreatWarningsAsErrors></PropertyGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(tests, $"{library}.Tests.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../{library}/{library}.csproj" />
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
                <PackageReference Include="NUnit" Version="4.4.0" />
                <PackageReference Include="NUnit3TestAdapter" Version="5.2.0" />
                <PackageReference Include="coverlet.collector" Version="8.0.1" />
              </ItemGroup>
            </Project>
            """);
        return tests;
    }
}
