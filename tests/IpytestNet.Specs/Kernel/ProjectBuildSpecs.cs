using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Kernel;

/// <summary>Projects that cannot be compiled in the process of the notebook, and so are built.</summary>
[Trait("asks", "SDK")]
public sealed class ProjectBuildSpecs
{
    private const string FSharp = "#r \"project: Shop/Shop.fsproj\"\n";

    [Fact]
    public void A_project_in_another_language_is_built_and_a_change_of_it_seen_by_new_cells()
    {
        using var folder = new ProjectFolder().FSharp("Shop", "module Shop.Price\nlet Of (n: int) = n * 2\nlet Whole (n: int) = Some n\n");
        using var notebook = folder.Notebook();

        var built = notebook.Run(FSharp + "Shop.Price.Of(3)");
        var unchanged = notebook.Run(FSharp + "Shop.Price.Whole(3).Value");
        folder.File("Shop/Code.fs", "module Shop.Price\nlet Of (n: int) = n * 3\nlet Half (n: int) = n / 2\n");
        notebook.Given("int old() => Shop.Price.Of(3);", FSharp);

        Assert.Equal("6", built.Value);
        Assert.Contains(notebook.DependsOn, path => path.EndsWith("Code.fs", StringComparison.Ordinal));
        Assert.Equal("Shop.fsproj is built with dotnet build, since it is not in C#", Shown(built)[^1]);
        Assert.Contains("Building Shop.fsproj …", Shown(built));
        Assert.Equal("3", unchanged.Value);
        Assert.Empty(Shown(unchanged));
        Assert.Equal("(9, 2, 6)", notebook.Run("(Shop.Price.Of(3), Shop.Price.Half(4), old())").Value);
    }

    [Fact]
    public void What_does_not_build_is_told_by_file_and_line_and_what_was_there_stays()
    {
        using var folder = new ProjectFolder().VisualBasic("Tax", "Public Module Rate\n    Public Function Twice(n As Integer) As Integer\n        Return n * 2\n    End Function\nEnd Module\n");
        using var notebook = folder.Notebook().Given("#r \"project: Tax/Tax.vbproj\"");

        folder.File("Tax/Code.vb", "Public Module Rate\n    Public Function Twice(n As Integer) As Integer\n        Return n * oops\n    End Function\nEnd Module\n");
        var seen = notebook.Run("#r \"project: Tax/Tax.vbproj\"");

        Assert.Matches(@"In\[2\]:1:1: error IPY0023: Expected Tax\.vbproj to build", seen.ErrorShown);
        Assert.Matches(@"Tax[/\\]Code\.vb:3:\d+: error BC30451: 'oops' is not declared", seen.ErrorShown);
        Assert.Equal("Could not compile Tax.vbproj", Shown(seen)[^1]);
        Assert.Equal("6", notebook.Run("Tax.Rate.Twice(3)").Value);
    }

    [Fact]
    public void Projects_of_several_languages_refer_to_each_other()
    {
        using var folder = new ProjectFolder()
            .Project("Base").File("Base/Unit.cs", "namespace Base; public sealed record Unit(int Size);")
            .FSharp("Shop", "module Shop.Price\nlet Of (unit: Base.Unit) = unit.Size * 2\n", "<ProjectReference Include=\"../Base/Base.csproj\" />")
            .Project("Store", items: "<ProjectReference Include=\"../Shop/Shop.fsproj\" />").File("Store/Till.cs", "public static class Till { public static int Ask(Base.Unit unit) => Shop.Price.Of(unit) + 1; }");
        const string reference = "#r \"project: Store/Store.csproj\"\n";
        using var notebook = folder.Notebook();

        Assert.Equal("(21, 20)", notebook.Run(reference + "var unit = new Base.Unit(10);\n(Till.Ask(unit), Shop.Price.Of(unit))").Value);

        folder.File("Base/Unit.cs", "namespace Base; public sealed record Unit(int Size, int Factor = 1) { public int Size { get; } = Size * 10; }");
        notebook.Given(reference);

        var seen = notebook.Run("var unit = new Base.Unit(10);\n(Till.Ask(unit), Shop.Price.Of(unit))");
        Assert.True(seen.ErrorShown.Length is 0, seen.ErrorShown);
        Assert.Equal("(201, 200)", seen.Value);
    }

    [Fact]
    public void A_project_that_compiles_only_with_the_steps_of_its_build_is_built()
    {
        using var folder = new ProjectFolder()
            .Project("Shop", items: "<Compile Include=\"obj/Made.cs\" />")
            .File("Shop/Directory.Build.targets", """<Project><Target Name="Make" BeforeTargets="BeforeBuild"><WriteLinesToFile File="obj/Made.cs" Lines="public static class Made { public const int Size = 7%3B }" Overwrite="true" /></Target></Project>""")
            .File("Shop/Price.cs", "public static class Price { public static int Of(int n) => n * Made.Size; }");
        const string reference = "#r \"project: Shop/Shop.csproj\"\n";
        using var notebook = folder.Notebook();

        var seen = notebook.Run(reference + "Price.Of(3)");
        folder.File("Shop/Price.cs", "public static class Price { public static int Of(int n) => n * Made.Size * oops; }");
        var broken = notebook.Run(reference);

        Assert.Equal("21", seen.Value);
        Assert.Equal("Shop.csproj is built with dotnet build, since sources of it are made when it is built", Shown(seen)[^1]);
        Assert.Matches(@"Price\.cs:1:\d+: error CS0103: The name 'oops'", broken.ErrorShown);
        Assert.Equal("21", notebook.Run("Price.Of(3)").Value);
    }

    private static List<string> Shown(LiveNotebook.Seen seen) =>
        [.. seen.Outputs.Select(output => (output as CellOutput.Displayed)?.Data.PlainText ?? (output as CellOutput.Updated)?.Data.PlainText).OfType<string>()];
}
