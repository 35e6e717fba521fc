using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using IpytestNet.Kernel;
using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Kernel;

/// <summary>Packages that a cell takes in with <c>#r "nuget: …"</c>.</summary>
[Trait("asks", "SDK")]
public sealed class PackageSpecs
{
    [Fact]
    public void A_package_of_the_registry_is_there_in_its_own_version_whatever_the_notebook_itself_uses()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("#r \"nuget: Microsoft.Extensions.FileSystemGlobbing, 8.0.0\"\ntypeof(Microsoft.Extensions.FileSystemGlobbing.Matcher).Assembly.GetName().Version");

        Assert.Equal(("", "8.0.0.0"), (seen.ErrorShown, seen.Value));
    }

    [Fact]
    public void Packages_bring_what_they_need_and_their_documentation()
    {
        using var folder = new PackageFolder().With("Inner 1.0.0", "Outer 2.0.0 needs Inner 1.0.0", "Other 3.0.0");
        using var notebook = new Notebook(folder.Options());
        var outputs = new List<CellOutput>();

        notebook.Run("#r \"nuget: Outer, 2.0.0\"\n#r \"nuget:Other/3.0.0\"\n(Outer.Version, Inner.Version, Other.Version)", outputs.Add);

        Assert.Equal("(\"2.0.0\", \"1.0.0\", \"3.0.0\")", outputs.OfType<CellOutput.Result>().Single().Data.PlainText);
        Assert.Contains("What Inner is for.", notebook.Inspect("Inner.Version", 2)?.PlainText, StringComparison.Ordinal);
        Assert.Contains(notebook.Complete("Outer.", 6).Items, item => item.Text == "Version");
    }

    [Theory]
    [InlineData("Many", "2.1.0")]
    [InlineData("many, *-*", "3.0.0-beta")]
    [InlineData("Many, 1.*", "1.5.0")]
    [InlineData("Many/[1.0, 2.0)", "1.0.0")]
    public void A_version_may_be_left_out_or_be_one_of_a_range(string reference, string version)
    {
        using var folder = new PackageFolder().With("Many 1.0.0", "Many 1.5.0", "Many 2.1.0", "Many 3.0.0-beta");
        using var notebook = folder.Open();

        Assert.Equal($"\"{version}\"", notebook.Run($"#r \"nuget: {reference}\"\nMany.Version").Value);
        Assert.Equal("", notebook.Run($"#r \"nuget: {reference}\"").ErrorShown);
    }

    [Fact]
    public void A_cell_and_a_loaded_file_may_name_sources()
    {
        using var folder = new PackageFolder("nowhere-else").With("Here 1.0.0", "There 1.0.0");
        Directory.CreateDirectory(folder.PathOf("nowhere-else"));
        folder.Write("lib/load.csx", "  #i \"nuget: ../source\"\n#r \"nuget: There\"\nstring FromFile() => There.Version;");
        using var notebook = folder.Open();

        var direct = notebook.Run("#i \"nuget: source\"\n#r \"nuget: Here\"\nwhile (Here.Version == null) { }\nHere.Version");
        var loaded = notebook.Run("#load \"lib/load.csx\"\nFromFile()");

        Assert.Equal(("", "\"1.0.0\""), (direct.ErrorShown, direct.Value));
        Assert.Equal(("", "\"1.0.0\""), (loaded.ErrorShown, loaded.Value));
    }

    [Fact]
    public void A_native_library_of_a_package_is_found()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The library that is packed belongs to the runtimes of other platforms.");
        var file = OperatingSystem.IsMacOS() ? "libSystem.Native.dylib" : "libSystem.Native.so";
        using var folder = new PackageFolder();
        new LocalPackage("Native", "1.0.0")
        {
            Code = "public static class Native { [System.Runtime.InteropServices.DllImport(\"ipytestpacked\", EntryPoint = \"SystemNative_GetPid\")] public static extern int Id(); }",
            Files = new Dictionary<string, byte[]>(StringComparer.Ordinal)
            {
                [$"runtimes/{RuntimeInformation.RuntimeIdentifier}/native/{file.Replace("System.Native", "ipytestpacked", StringComparison.Ordinal)}"] =
                    File.ReadAllBytes(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), file)),
            },
        }.Pack(folder.Source);
        using var notebook = folder.Open();

        var seen = notebook.Run("#r \"nuget: Native, 1.0.0\"\nNative.Id() == Environment.ProcessId");

        Assert.Equal(("", "true"), (seen.ErrorShown, seen.Value));
    }

    [Fact]
    public void Nothing_of_a_package_or_of_what_lies_around_the_notebook_runs_in_the_restore()
    {
        using var folder = new PackageFolder();
        const string broken = "<Project><Target Name=\"Break\" BeforeTargets=\"Restore;ResolveAssemblyReferences\"><Error Text=\"ran\" /></Target></Project>";
        new LocalPackage("Building", "1.0.0")
        {
            Code = "public static class Building { }",
            Files = new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["build/Building.targets"] = System.Text.Encoding.UTF8.GetBytes(broken) },
        }.Pack(folder.Source);
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            folder.Write(name, broken);
        folder.Write("global.json", """{ "sdk": { "version": "1.0.0", "rollForward": "disable" } }""");
        using var notebook = folder.Open();

        Assert.Equal("", notebook.Run("#r \"nuget: Building, 1.0.0\"\ntypeof(Building)").ErrorShown);
    }

    [Fact]
    public void The_second_time_nothing_is_restored_and_the_cell_shows_the_same()
    {
        using var folder = new PackageFolder().With("Kept 1.0.0");
        const string cell = "#r \"nuget: Kept, 1.0.0\"\nKept.Version";
        using var first = folder.Open();
        using var second = folder.Open();

        var restored = first.Run(cell);
        Directory.Delete(folder.Source, recursive: true);
        var known = second.Run(cell);

        Assert.Equal(["Restoring Kept 1.0.0 …", "Restored Kept 1.0.0"], Shown(restored));
        Assert.Equal(["Restored Kept 1.0.0"], Shown(known));
        Assert.Equal("\"1.0.0\"", known.Value);
    }

    [Fact]
    public void A_newer_version_is_looked_for_once_a_day()
    {
        using var folder = new PackageFolder().With("Daily 1.0.0");
        const string cell = "#r \"nuget: Daily\"\nDaily.Version";
        using (var first = folder.Open())
            Assert.Equal("\"1.0.0\"", first.Run(cell).Value);

        folder.With("Daily 1.1.0");
        using (var today = folder.Open())
            Assert.Equal("\"1.0.0\"", today.Run(cell).Value);
        foreach (var file in Directory.EnumerateFiles(folder.Cache))
            File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddHours(-25));

        using var tomorrow = folder.Open();
        Assert.Equal("\"1.1.0\"", tomorrow.Run(cell).Value);
    }

    [Fact]
    public void A_package_in_use_stays_what_it_is()
    {
        using var folder = new PackageFolder().With("Used 1.0.0", "Used 2.0.0", "Low 1.0.0 needs Used 1.0.0", "High 1.0.0 needs Used 2.0.0");
        using var notebook = folder.Open().Given("#r \"nuget: Used, 1.0.0\"\nUsed.Version");

        var other = notebook.Run("\n  #r \"nuget: Used, 2.0.0\"");
        var lower = notebook.Run("#r \"nuget: Used, 0.5\"\nUsed.Version");
        var needy = notebook.Run("#r \"nuget: High\"");
        var modest = notebook.Run("#r \"nuget: Low\"\n#r \"nuget: Used\"\n(Low.Version, Used.Version)");

        Assert.Contains("In[2]:2:3: error IPY0012: Expected Used 2.0.0, but Used 1.0.0 is in use from an earlier cell", other.ErrorShown, StringComparison.Ordinal);
        Assert.Equal(("\"1.0.0\"", "Used 1.0.0 is in use from an earlier cell and does for Used 0.5; restart the notebook to use just that.\n"), (lower.Value, lower.ErrorText));
        Assert.Contains("In[4]:1:1: error NU1605: ", needy.ErrorShown, StringComparison.Ordinal);
        Assert.Contains("restart the notebook", needy.ErrorShown, StringComparison.Ordinal);
        Assert.Equal("(\"1.0.0\", \"1.0.0\")", modest.Value);
        Assert.Equal("Used is a package, which stays what it is until the notebook is restarted.\n", notebook.Run("Ipytest.ForceReload(\"Used\");").ErrorText);
    }

    [Fact]
    public void Packages_of_one_cell_agree_on_what_they_share()
    {
        using var folder = new PackageFolder().With("Used 1.0.0", "Used 2.0.0", "Low 1.0.0 needs Used 1.0.0", "High 1.0.0 needs Used 2.0.0");
        using var notebook = folder.Open();

        Assert.Equal("\"2.0.0\"", notebook.Run("#r \"nuget: Low\"\n#r \"nuget: High\"\nUsed.Version").Value);
    }

    [Fact]
    public void The_notebook_keeps_its_own_xUnit_and_says_so()
    {
        using var folder = new PackageFolder();
        new LocalPackage("xunit.v3.assert", "99.0.0") { Code = "[assembly: System.Reflection.AssemblyVersion(\"99.0.0.0\")] public class Newer { }" }.Pack(folder.Source);
        using var notebook = folder.Open();

        var seen = notebook.Run("#r \"nuget: xunit.v3.assert, 99.0.0\"\ntypeof(Xunit.Assert).Assembly.GetName().Version.Major");

        Assert.Equal("3", seen.Value);
        Assert.Contains("The notebook goes on with xunit.v3.assert 3.", seen.ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_to_be_had_is_told_at_its_place_and_the_notebook_goes_on()
    {
        using var folder = new PackageFolder().With("There 1.0.0", "Needy 1.0.0 needs Gone 1.0.0");
        using var notebook = folder.Open();

        var missing = notebook.Run("\n#r \"nuget: There\"\n#r \"nuget: Not.There, 1.0\"\n#r \"nuget: Missing\"");
        var wrong = notebook.Run("#r \"nuget: There, 7.0.0\"");
        var transitive = notebook.Run("#r \"nuget: Needy\"");

        Assert.Contains("In[1]:3:1: error NU1101: Unable to find package Not.There. No packages exist with this id in source(s): ours", missing.ErrorShown, StringComparison.Ordinal);
        Assert.Contains("In[1]:4:1: error NU1101: Unable to find package Missing.", missing.ErrorShown, StringComparison.Ordinal);
        Assert.Contains("  Check the name, or name the source", missing.ErrorShown, StringComparison.Ordinal);
        Assert.Equal(["Restoring There, Not.There 1.0, Missing …", "Could not restore There, Not.There 1.0, Missing"], Shown(missing));
        Assert.Contains("In[2]:1:1: error NU1102: Unable to find package There with version (>= 7.0.0)\n  - Found 1 version(s) in ours [ Nearest version: 1.0.0 ]", wrong.ErrorShown, StringComparison.Ordinal);
        Assert.Contains("In[3]:1:1: error NU1101: Unable to find package Gone.", transitive.ErrorShown, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Cache, missing.ErrorShown + wrong.ErrorShown + transitive.ErrorShown, StringComparison.Ordinal);
        Assert.Equal("\"1.0.0\"", notebook.Run("#r \"nuget: There\"\nThere.Version").Value);
    }

    [Fact]
    public void A_version_that_is_not_there_gives_the_next_one_and_says_so()
    {
        using var folder = new PackageFolder().With("Many 1.5.0");
        using var notebook = folder.Open();

        var seen = notebook.Run("#r \"nuget: Many, 1.2\"\nMany.Version");

        Assert.Equal(("\"1.5.0\"", "Many 1.2 was not found; the next version is used, Many 1.5.0.\n"), (seen.Value, seen.ErrorText));
    }

    [Fact]
    public void A_source_that_cannot_be_reached_is_told_and_not_asked_again()
    {
        using var retries = new GivenVariables().With("NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT", "1");
        using var folder = new PackageFolder().With("There 1.0.0");
        using var notebook = folder.Open().Given($"#i \"nuget: {ClosedAddress()}\"");

        var seen = notebook.Run("\n#r \"nuget: There\"");
        var here = notebook.Run($"#r \"nuget: There\"\n  #i \"nuget: {ClosedAddress()}\"");

        Assert.Contains("In[2]:2:1: error NU1301: Unable to load the service index", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Contains("Check the address of the source and the connection", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Contains("In[3]:2:3: error NU1301", here.ErrorShown, StringComparison.Ordinal);
        Assert.Equal("\"1.0.0\"", notebook.Run("#r \"nuget: There\"\nThere.Version").Value);
    }

    [Theory]
    [InlineData("#r \"nuget:\"", "Expected the name of a package, as in #r \"nuget: Name, 1.2.3\", but there is none")]
    [InlineData("#r \"nuget: , 1.0\"", "Expected the name of a package, as in #r \"nuget: Name, 1.2.3\", but there is none")]
    [InlineData("#r \"nuget: Some Name\"", "but 'Some Name' is none")]
    [InlineData("#r \"nuget: Name, newest\"", "Expected a version such as 1.2.3, 1.* or [1.0,2.0) behind Name, but came 'newest'")]
    [InlineData("#r \"nuget: Name, [1.0,2.0\"", "but came '[1.0,2.0'")]
    [InlineData("#r \"nuget: Name, (,)\"", "but came '(,)'")]
    [InlineData("#r \"nuget: Name/\"", "but came ''")]
    [InlineData("#r \"nuget: Name, 1.0\" \n#r \"nuget: name, 2.0\"", "Expected one version of name, but this cell refers to Name 1.0 and to name 2.0")]
    [InlineData("#i \"nuget:\"", "Expected a source of packages")]
    [InlineData("#i \"nuget: nowhere\"", "but there is no folder '")]
    [InlineData("#i \"somewhere\"", "Expected a source of packages behind #i, a URL or a folder, as in #i \"nuget: ../packages\"")]
    [InlineData("#i nuget: source", "Expected a source of packages behind #i")]
    public void What_cannot_be_understood_is_an_error_at_its_place(string directive, string expected)
    {
        using var folder = new PackageFolder();
        folder.Write("file.csx", directive);
        using var notebook = folder.Open();

        Assert.Contains(expected, notebook.Run($"// ipytest: addopts: []\n{directive}\n1").ErrorShown, StringComparison.Ordinal);
        Assert.Contains(expected, notebook.Run("#load \"file.csx\"").ErrorShown, StringComparison.Ordinal);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }

    [Fact]
    public void A_cell_is_interrupted_while_it_restores()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var folder = new PackageFolder().With("There 1.0.0");
        using var notebook = folder.Open();

        var seen = notebook.RunAndInterruptAfter("Restoring", $"#i \"nuget: https://{silent.LocalEndpoint}/index.json\"\n#r \"nuget: There\"");

        Assert.Equal("Interrupted: The cell was interrupted.", seen.ErrorShown);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Cache));
        Assert.Equal("\"1.0.0\"", notebook.Run("#r \"nuget: There\"\nThere.Version").Value);
    }

    private static IEnumerable<string> Shown(LiveNotebook.Seen seen) => seen.Outputs
        .Select(output => (output as CellOutput.Displayed)?.Data.PlainText ?? (output as CellOutput.Updated)?.Data.PlainText)
        .OfType<string>();

    private static string ClosedAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"https://{listener.LocalEndpoint}/index.json";
    }
}
