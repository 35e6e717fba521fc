using System.Reflection;
using System.Text;
using Xunit;

namespace IpytestNet.Tool.Export;

/// <summary>The project file of an exported notebook.</summary>
internal sealed record ProjectFile
{
    /// <summary>The name of the notebook's file.</summary>
    public required string Notebook { get; init; }

    /// <summary>The namespace, which is the name of the assembly too.</summary>
    public required string Space { get; init; }

    /// <summary>The source files, as the project says their paths.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>What the notebook refers to.</summary>
    public required ProjectReferences References { get; init; }

    /// <summary>Whether code sees what is internal in the projects that it refers to.</summary>
    public bool IsFriend { get; init; }

    /// <summary>Whether the code needs a newer C# than the SDK takes by default.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Whether the code has pointers.</summary>
    public bool IsUnsafe { get; init; }

    /// <summary>The folder of the notebook as the project says it; null if the code reads no files.</summary>
    public string? NotebookFolder { get; init; }

    /// <summary>The element that refers to the library of ipytest, or null.</summary>
    public string? Library { get; init; }

    /// <summary>Whether files above the folder have settings of their own for packages or warnings.</summary>
    public bool IsBelowSettings { get; init; }

    /// <summary>Writes the file.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        Line($"<!-- Exported from {Notebook.Replace("--", "- -", StringComparison.Ordinal)} by ipytest {Ipytest.Version}. -->");
        Line("<Project Sdk=\"Microsoft.NET.Sdk\">");
        Line("  <PropertyGroup>");
        foreach (var (name, value) in Properties())
            Line($"    <{name}>{Xml.Escape(value)}</{name}>");
        Line("  </PropertyGroup>");
        Line("  <ItemGroup>");
        foreach (var item in Items())
            Line($"    {item}");
        Line("  </ItemGroup>");
        Line("</Project>");
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    /// <summary>The text of the file that shows a project's internal members to this one.</summary>
    public string InternalsTargets() =>
        $"""
        <!-- Shows what is internal in a project to {Space}, as the notebook saw it. An InternalsVisibleTo in that project does the same. -->
        <Project>
          <ItemGroup>
            <InternalsVisibleTo Include="{Space}" />
          </ItemGroup>
        </Project>

        """.ReplaceLineEndings("\n");

    /// <summary>The text of the settings of the test run.</summary>
    /// <param name="runsCells">Whether data of theories may come from cells that must run first.</param>
    public static string RunnerSettings(bool runsCells) =>
        "{\n  \"culture\": \"invariant\"" + (runsCells ? ",\n  \"preEnumerateTheories\": false" : "") + "\n}\n";

    private IEnumerable<(string Name, string Value)> Properties()
    {
        yield return ("TargetFramework", $"net{Environment.Version.Major}.0");
        yield return ("OutputType", "Exe");
        yield return ("AssemblyName", Space);
        yield return ("RootNamespace", Space);
        yield return ("EnableDefaultCompileItems", "false");
        if (IsPreview)
            yield return ("LangVersion", "preview");
        if (IsUnsafe)
            yield return ("AllowUnsafeBlocks", "true");
        if (References.Sources.Any())
            yield return ("RestoreAdditionalProjectSources", string.Join(';', References.Sources));
        yield return ("UseMicrosoftTestingPlatformRunner", "true");
        yield return ("TestingPlatformDotnetTestSupport", "true");
        // A notebook is written with other habits than a project; what is an error to xUnit's analyzers runs in a notebook.
        yield return ("NoWarn", "$(NoWarn);CS8632;CS8669;xUnit1000;xUnit1001;xUnit1003;xUnit1010;xUnit1012;xUnit1013;xUnit1016;xUnit1019;xUnit1022;xUnit1024;xUnit1026;xUnit1031;xUnit1037;xUnit1039;xUnit1041;xUnit1051;xUnit2000;xUnit2002;xUnit2004");
        if (!IsBelowSettings)
            yield break;
        yield return ("ManagePackageVersionsCentrally", "false");
        yield return ("TreatWarningsAsErrors", "false");
        yield return ("RestorePackagesWithLockFile", "false");
    }

    private IEnumerable<string> Items()
    {
        foreach (var source in Sources)
            yield return $"""<Compile Include="{Xml.Escape(source)}" />""";
        yield return """<Content Include="xunit.runner.json" CopyToOutputDirectory="PreserveNewest" />""";
        if (NotebookFolder is not null)
            yield return $"""<AssemblyMetadata Include="NotebookFolder" Value="$(MSBuildProjectDirectory)/{Xml.Escape(NotebookFolder)}" />""";
        yield return $"""<PackageReference Include="xunit.v3" Version="{XunitVersion()}" />""";
        foreach (var item in References.Items(IsFriend))
            yield return item;
        if (Library is not null)
            yield return Library;
    }

    private static string XunitVersion() =>
        typeof(FactAttribute).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
