using Xunit;

namespace IpytestNet.Specs.Kernel;

/// <summary>Projects that a cell takes in with <c>#r "project: …"</c>, from their sources.</summary>
[Trait("asks", "SDK")]
public sealed class ProjectSpecs
{
    private const string Reference = "#r \"project: Shop/Shop.csproj\"\n";

    [Fact]
    public void A_change_of_a_project_is_there_when_the_cell_that_refers_to_it_runs_again()
    {
        using var folder = new ProjectFolder().Project("Shop").File("Shop/Price.cs", "namespace Shop; public static class Price { public static int Of(int n) => n * 2; }");
        using var notebook = folder.Notebook().Given(Reference + "using Shop;", "void test_price() => Assert(Price.Of(3) == 6);");
        Assert.Contains("1 passed", notebook.Run("Ipytest.Run(\"-q\");").Text, StringComparison.Ordinal);

        folder.File("Shop/Price.cs", "namespace Shop; public static class Price { public static int Of(int n) => n * 3; }");
        Assert.Equal("6", notebook.Run("Price.Of(3)").Value);
        notebook.Given(Reference);

        Assert.Equal("9", notebook.Run("Price.Of(3)").Value);
        Assert.Contains("1 failed", notebook.Run("%%ipytest -q\nvoid test_price() => Assert(Price.Of(3) == 6);").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_compile_is_told_by_file_and_line_and_what_was_there_stays()
    {
        using var folder = new ProjectFolder().Project("Shop").File("Shop/Price.cs", "public static class Price { public static int Of(int n) => n * 2; }");
        using var notebook = folder.Notebook().Given(Reference);

        folder.File("Shop/Price.cs", "public static class Price\n{\n    public static int Of(int n) => n * oops;\n}\n");
        var seen = notebook.Run(Reference);

        Assert.Matches(@"Shop[/\\]Price\.cs:3:40: error CS0103: The name 'oops' does not exist", seen.ErrorShown);
        Assert.Equal("6", notebook.Run("Price.Of(3)").Value);

        folder.File("Shop/Price.cs", "public static class Price { public static string Of(string name, int n) => $\"{name}: {n}\"; }").File("Shop/Tax.cs", "public record Tax(decimal Rate);");
        notebook.Given(Reference);

        Assert.Equal("\"a: 3\"", notebook.Run("Price.Of(\"a\", 3)").Value);
        Assert.Equal("0.2", notebook.Run("new Tax(0.2m).Rate.ToString(System.Globalization.CultureInfo.InvariantCulture)").Value?.Trim('"'));
    }

    [Fact]
    public void Projects_that_a_project_refers_to_follow()
    {
        using var folder = new ProjectFolder()
            .Project("Base").File("Base/Unit.cs", "namespace Base; public static class Unit { public static int Size => 10; }")
            .Project("Shop", items: "<ProjectReference Include=\"../Base/Base.csproj\" />").File("Shop/Price.cs", "public static class Price { public static int Of(int n) => n * Base.Unit.Size; }");
        using var notebook = folder.Notebook().Given(Reference);
        Assert.Equal("(30, 10)", notebook.Run("(Price.Of(3), Base.Unit.Size)").Value);

        folder.File("Base/Unit.cs", "namespace Base; public static class Unit { public static int Size => 100; }");
        notebook.Given(Reference);

        Assert.Equal("(300, 100)", notebook.Run("(Price.Of(3), Base.Unit.Size)").Value);
    }

    [Fact]
    public void It_is_compiled_as_the_project_says_with_its_source_generators()
    {
        using var folder = new ProjectFolder()
            .Project("Shop", "<DefineConstants>$(DefineConstants);SALE</DefineConstants><Nullable>enable</Nullable><AssemblyName>My.Shop</AssemblyName>")
            .File(
                "Shop/Words.cs",
                """
                using System.Text.RegularExpressions;
                public static partial class Words
                {
                #if SALE
                    [GeneratedRegex("[a-z]+")]
                    public static partial Regex Word();
                #endif
                }
                """);
        using var notebook = folder.Notebook();

        Assert.Equal("(\"shop\", \"My.Shop\")", notebook.Run(Reference + "(Words.Word().Match(\"1 shop\").Value, typeof(Words).Assembly.GetName().Name)").Value);
    }

    [Fact]
    public void Cells_see_the_internal_members_of_a_program_and_what_its_framework_brings()
    {
        using var folder = new ProjectFolder()
            .File("Web/Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>")
            .File("Web/Program.cs", "System.Console.WriteLine(\"not run\"); internal class Route { internal static Microsoft.AspNetCore.Http.PathString Home => new(\"/home\"); }");
        using var notebook = folder.Notebook();

        var seen = notebook.Run("#r \"project: Web/Web.csproj\"\nRoute.Home.Value");

        Assert.Equal("\"/home\"", seen.Value);
        Assert.Empty(seen.Text);
    }

    [Fact]
    public void Its_code_is_interrupted_and_its_recursion_ended_as_that_of_cells()
    {
        using var folder = new ProjectFolder().Project("Shop")
            .File("Shop/Endless.cs", "public static class Endless { public static void Loop() { Console.WriteLine(\"begun\"); while (true) { } } public static int Recurse(int n) => Recurse(n + 1) + 1; }");
        using var notebook = folder.Notebook().Given(Reference, "var kept = 1;");

        notebook.RunAndInterruptAfter("begun", "Endless.Loop();");
        var seen = notebook.Run("Endless.Recurse(0)");

        Assert.Equal("InsufficientExecutionStackException", seen.Error?.Name);
        Assert.Equal("1", notebook.Run("kept").Value);
    }

    [Fact]
    public void What_is_no_project_is_told_and_the_notebook_goes_on()
    {
        using var folder = new ProjectFolder().File("Broken/Broken.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><Oops></Project>");
        using var notebook = folder.Notebook();

        Assert.Contains("Expected a project file, but there is none at", notebook.Run(Reference).ErrorShown, StringComparison.Ordinal);
        Assert.Contains("Expected the path of a project", notebook.Run("#r \"project:\"").ErrorShown, StringComparison.Ordinal);
        Assert.Contains("is a folder", notebook.Run("#r \"project: Broken\"").ErrorShown, StringComparison.Ordinal);
        Assert.Contains("MSB4025", notebook.Run("#r \"project: Broken/Broken.csproj\"").ErrorShown, StringComparison.Ordinal);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }
}
