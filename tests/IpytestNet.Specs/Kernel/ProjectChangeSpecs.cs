using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Kernel;

/// <summary>Changes of projects beyond the code of their sources: names, places of types, and settings.</summary>
[Trait("asks", "SDK")]
public sealed class ProjectChangeSpecs
{
    private const string Reference = "#r \"project: Shop/Shop.csproj\"\n";

    [Fact]
    public void When_an_assembly_is_renamed_new_cells_see_the_new_one_alone()
    {
        using var folder = new ProjectFolder().Project("Shop").File("Shop/Price.cs", "public class Price { public int Of(int n) => n * 2; }");
        using var notebook = folder.Notebook().Given(Reference + "var old = new Price();");

        folder.Project("Shop", "<AssemblyName>Store</AssemblyName>").File("Shop/Price.cs", "public class Price { public int Of(int n) => n * 3; }");
        notebook.Given(Reference);

        Assert.Equal("(9, \"Store\", \"Shop\", 6)", notebook.Run(
            "(new Price().Of(3), typeof(Price).Assembly.GetName().Name, ((object)old).GetType().Assembly.GetName().Name, old.Of(3))").Value);

        folder.Project("Shop").File("Shop/Price.cs", "public class Price { public int Of(int n) => n * 4; }");
        notebook.Given(Reference);

        Assert.Equal("(12, \"Shop\")", notebook.Run("(new Price().Of(3), typeof(Price).Assembly.GetName().Name)").Value);
    }

    [Fact]
    public void When_a_project_is_renamed_new_cells_see_the_new_one_alone()
    {
        using var folder = new ProjectFolder().Project("Shop").File("Shop/Price.cs", "public class Price { public int Of(int n) => n * 2; }");
        using var notebook = folder.Notebook().Given(Reference + "var old = new Price();");

        folder.Rename("Shop/Shop.csproj", "Shop/Store.csproj").Rename("Shop", "Store");
        notebook.Given("#r \"project: Store/Store.csproj\"");

        Assert.Equal("\"Store\"", notebook.Run("typeof(Price).Assembly.GetName().Name").Value);
    }

    [Fact]
    public void When_a_type_moves_to_another_project_new_cells_see_it_there_alone()
    {
        using var folder = new ProjectFolder()
            .Project("Base").File("Base/Unit.cs", "public class Unit { }")
            .Project("Shop").File("Shop/Price.cs", "public class Price { public int Of(int n) => n * 2; }");
        using var notebook = folder.Notebook().Given(Reference + "#r \"project: Base/Base.csproj\"\nvar old = new Price();");

        folder.Rename("Shop/Price.cs", "Base/Price.cs").File("Shop/Till.cs", "public class Till { }");
        notebook.Given("#r \"project: Base/Base.csproj\"");

        Assert.Equal("(\"Base\", \"Shop\")", notebook.Run("(typeof(Price).Assembly.GetName().Name, ((object)old).GetType().Assembly.GetName().Name)").Value);
    }

    [Fact]
    public void Newer_versions_of_several_projects_fit_together_however_many_there_were()
    {
        using var folder = new ProjectFolder().Project("Base").File("Base/Unit.cs", "public record Unit(int Size); internal class Hidden { }")
            .Project("Shop", items: "<ProjectReference Include=\"../Base/Base.csproj\" />").File("Shop/Price.cs", "public static class Price { public static int Of(Unit unit) => unit.Size; }");
        using var notebook = folder.Notebook().Given(Reference + "Price.Of(new Unit(0))");

        foreach (var size in Enumerable.Range(1, 3))
        {
            folder.File("Base/Unit.cs", $"public record Unit(int Size) {{ public int Size {{ get; }} = Size * {size}; }} internal class Hidden {{ }}");
            notebook.Given(Reference);

            Assert.Equal($"{size}", notebook.Run("(object)new Hidden() is null ? 0 : Price.Of(new Unit(1))").Value);
        }
    }

    [Fact]
    public void A_change_of_a_file_that_the_project_takes_in_from_elsewhere_is_seen()
    {
        using var folder = new ProjectFolder()
            .File("shared/own.settings", "<Project><PropertyGroup><DefineConstants>$(DefineConstants);ONE</DefineConstants></PropertyGroup></Project>")
            .Project("Shop", "</PropertyGroup><Import Project=\"../shared/own.settings\" /><PropertyGroup>")
            .File("Shop/Price.cs", "public class Price {\n#if ONE\npublic const int Of = 1;\n#else\npublic const int Of = 2;\n#endif\n}");
        using var notebook = folder.Notebook();
        Assert.Equal("1", notebook.Run(Reference + "Price.Of").Value);

        folder.File("shared/own.settings", "<Project />");
        notebook.Given(Reference);

        Assert.Equal("2", notebook.Run("Price.Of").Value);
    }

    [Fact]
    public void A_project_that_was_built_before_is_compiled_and_the_cell_tells_what_it_waits_for()
    {
        using var folder = new ProjectFolder().Project("Shop").File("Shop/Price.cs", "public class Price { }");
        using var builder = folder.Notebook().Given(
            "var build = System.Diagnostics.Process.Start(\"dotnet\", [\"build\", \"Shop\", \"-nodeReuse:false\", \"-noConsoleLogger\"]);\nbuild.WaitForExit();\nAssert(build.ExitCode == 0);");
        using var notebook = folder.Notebook();

        var first = notebook.Run(Reference + "typeof(Price).Name");
        var again = notebook.Run(Reference);

        Assert.Equal("\"Price\"", first.Value);
        Assert.Equal(["Reading Shop.csproj …", "Compiled Shop.csproj"], Shown(first));
        Assert.Empty(Shown(again));
    }

    [Theory]
    [InlineData("Shop/\0.csproj", "no path can have the character U+0000")]
    [InlineData("Shop/*.csproj", "there is none at")]
    public void A_path_that_cannot_be_is_told(string path, string problem)
    {
        using var folder = new ProjectFolder();
        using var notebook = folder.Notebook();

        Assert.Contains(problem, notebook.Run($"#r \"project: {path}\"").ErrorShown, StringComparison.Ordinal);
        Assert.Contains("there is none at", notebook.Run($"#r \"project: {new string('x', 40_000)}\"").ErrorShown, StringComparison.Ordinal);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }

    private static List<string> Shown(LiveNotebook.Seen seen) =>
        [.. seen.Outputs.Select(output => (output as CellOutput.Displayed)?.Data.PlainText ?? (output as CellOutput.Updated)?.Data.PlainText).OfType<string>()];
}
