using IpytestNet.Specs.Documents;
using Xunit;

namespace IpytestNet.Specs.Kernel;

/// <summary>The newest code on disk, in a notebook that has an older one: <c>ForceReload</c>, <c>Reload</c> and <c>AutoReload</c>.</summary>
[Trait("asks", "SDK")]
public sealed class ReloadSpecs(ITestOutputHelper output)
{
    private const string Reference = "#r \"project: Shop/Shop.csproj\"\n";
    private const string Test = "%%ipytest -q\nvoid test_price() => Assert(Price.Of(3) == 6);";

    [Fact]
    public void The_loop_edit_reload_test()
    {
        using var folder = new ProjectFolder().Project("Shop").File("Shop/Price.cs", "public static class Price { public static int Of(int n) => n * 3; }");
        using var notebook = folder.Notebook().Given(Reference);
        Assert.Equal(ExitCode.TestsFailed, notebook.Run(Test).Run);

        folder.File("Shop/Price.cs", "public static class Price { public static int Of(int n) => n * 2; }");
        notebook.Given("Ipytest.ForceReload(\"Shop\");");

        var seen = notebook.Run(Test);
        Assert.Equal((ExitCode.Ok, ""), (seen.Run, seen.ErrorText));
        Assert.DoesNotContain("warning", seen.Text, StringComparison.Ordinal);

        folder.File("Shop/Price.cs", "public static class Price\n{\n    public static int Of(int n) => oops;\n}\n");
        Assert.Matches(@"Shop[/\\]Price\.cs:3:36: error CS0103", notebook.Run("Ipytest.ForceReload(\"Shop\");").ErrorShown);
        Assert.Equal(ExitCode.Ok, notebook.Run(Test).Run);

        folder.File("Shop/Price.cs", "public static class Price { public static int Of(int n, int factor = 2) => n * factor; }").File("Shop/Tax.cs", "public record Tax(int Rate);");
        notebook.Given("Ipytest.Reload(\"Shop\");");
        Assert.Equal(ExitCode.Ok, notebook.Run(Test).Run);
        Assert.Equal("(12, 7)", notebook.Run("(Price.Of(3, 4), new Tax(7).Rate)").Value);
    }

    [Fact]
    public void Tests_of_earlier_cells_keep_what_they_have_and_the_run_says_so()
    {
        using var folder = new ProjectFolder().Project("Shop").File("Shop/Price.cs", "public static class Price { public static int Of(int n) => n * 2; }");
        using var notebook = folder.Notebook().Given(
            Reference,
            "int Doubled(int n) => Price.Of(n);",
            "void test_helper() => Assert(Doubled(3) == 6);",
            "void test_price() => Assert(Price.Of(3) == 6);\nvoid test_price_again() => Assert(Price.Of(4) == 8);",
            "void test_other() => Assert(1 + 1 == 2);");
        folder.File("Shop/Price.cs", "public static class Price { public static int Of(int n) => n * 3; }");

        var seen = notebook.Run("Ipytest.ForceReload(\"Shop\");\nIpytest.Run(\"-q\");");

        Assert.Contains("Doubled of In[2] still uses the earlier Shop, which has been reloaded since. Run In[2] again to have the newest.", seen.Text, StringComparison.Ordinal);
        Assert.Contains("test_price and test_price_again of In[4] still use the earlier Shop", seen.Text, StringComparison.Ordinal);
        Assert.Contains("4 passed, 2 warnings", seen.Text, StringComparison.Ordinal);

        seen = notebook.Run("void test_price() => Assert(Price.Of(3) == 6);\nvoid test_price_again() => Assert(Price.Of(4) == 8);\nIpytest.Run(\"-q\", \"-k\", \"price\");");

        Assert.Contains("2 failed", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("test_price and", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_runs_begin_with_the_newest_code_if_so_asked()
    {
        using var folder = new ProjectFolder().Project("Shop").File("Shop/Price.cs", "public static class Price { public static int Of(int n) => n * 3; }");
        using var notebook = folder.Notebook().Given(Reference, "Ipytest.AutoReload();");
        Assert.Equal(ExitCode.TestsFailed, notebook.Run(Test).Run);

        folder.File("Shop/Price.cs", "public static class Price { public static int Of(int n) => n * 2; }");
        Assert.Equal(ExitCode.Ok, notebook.Run(Test).Run);

        folder.File("Shop/Price.cs", "public static class Price { public static int Of(int n) => oops; }");
        Assert.Contains("CS0103", notebook.Run(Test).ErrorShown, StringComparison.Ordinal);
        Assert.Contains("CS0103", notebook.Run("Ipytest.Run()").ErrorShown, StringComparison.Ordinal);

        notebook.Given("Ipytest.AutoReload(false);");
        Assert.Equal(ExitCode.Ok, notebook.Run(Test).Run);
    }

    [Fact]
    public void Projects_that_depend_on_what_has_changed_follow()
    {
        using var folder = new ProjectFolder()
            .Project("Base").File("Base/Unit.cs", "namespace Base; public record Unit(int Size) { public const int Usual = 10; }")
            .Project("Shop", items: "<ProjectReference Include=\"../Base/Base.csproj\" />").File("Shop/Price.cs", "public static class Price { public static int Of(int n) => n * new Base.Unit(Base.Unit.Usual).Size; }");
        using var notebook = folder.Notebook().Given(Reference);
        Assert.Equal("30", notebook.Run("Price.Of(3)").Value);

        folder.File("Base/Unit.cs", "namespace Base; public record Unit(int Size, string Name = \"\") { public const int Usual = 100; }");
        notebook.Given("Ipytest.ForceReload(\"Base\");");

        Assert.Equal("(300, Unit { Size = 1, Name = \"a\" })", notebook.Run("(Price.Of(3), new Base.Unit(1, \"a\"))").Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[assembly: System.Reflection.AssemblyVersion(\"3.2.1.65534\")]")]
    public void A_library_that_was_built_anew_is_loaded_with_those_beside_it(string version)
    {
        using var folder = new TemporaryFolder();
        Build(1);
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root }).Given("#r \"Outer.dll\"", "var old = new Inner();", "void test_outer() => Assert(Outer.Of(new Inner()) == 1);");
        Assert.Equal("1", notebook.Run("Outer.Of(old)").Value);

        Build(2);
        Assert.Equal("1", notebook.Run("Outer.Of(old)").Value);
        notebook.Given("Ipytest.ForceReload(\"Inner\");");
        var seen = notebook.Run("(Outer.Of(new Inner()), new Inner().V)");
        Assert.Equal(("", "(2, 2)"), (seen.ErrorShown, seen.Value));
        Assert.Contains("test_outer of In[3] still uses the earlier Inner", notebook.Run("Ipytest.Run(\"-q\")").Text, StringComparison.Ordinal);

        Build(3);
        seen = notebook.Run("#r \"Outer.dll\"\nOuter.Of(new Inner())");
        Assert.Equal(("", "3"), (seen.ErrorShown, seen.Value));
        Assert.Equal("1", notebook.Run("old.V").Value);

        void Build(int value)
        {
            var inner = BuiltLibrary.Build(folder.Root, "Inner", $"{version}public class Inner {{ public int V => {value}; }}");
            BuiltLibrary.Build(folder.Root, "Outer", "public class Outer { public static int Of(Inner inner) => inner.V; }", inner);
        }
    }

    [Fact]
    public void A_signed_library_that_was_built_anew_is_loaded_too()
    {
        using var folder = new TemporaryFolder();
        BuiltLibrary.BuildSigned(folder.Root, "Signed", "public class Signed { public static int V => 1; }");
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root }).Given("#r \"Signed.dll\"");
        Assert.Equal("1", notebook.Run("Signed.V").Value);

        BuiltLibrary.BuildSigned(folder.Root, "Signed", "public class Signed { public static int V => 2; }");
        notebook.Given("Ipytest.Reload(typeof(Signed));");

        Assert.Equal("2", notebook.Run("Signed.V").Value);
    }

    [Fact]
    public void A_library_that_cannot_be_loaded_anew_stays_what_it_was()
    {
        using var folder = new TemporaryFolder();
        var path = BuiltLibrary.Build(folder.Root, "Alone", "public class Alone { public static int V => 1; }");
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root }).Given("#r \"Alone.dll\"");

        folder.Write("Alone.dll", "half a file");
        Assert.Contains("Alone cannot be loaded anew: it is no library of .NET", notebook.Run("Ipytest.Reload(\"Alone\");").ErrorShown, StringComparison.Ordinal);
        File.Delete(path);
        Assert.Contains("Alone cannot be loaded anew: the file is gone", notebook.Run("Ipytest.Reload(\"Alone\");").ErrorShown, StringComparison.Ordinal);
        Assert.Equal("1", notebook.Run("Alone.V").Value);
    }

    [Fact]
    public void Loaded_files_are_loaded_anew_when_they_or_what_they_use_have_changed()
    {
        using var folder = new ProjectFolder().Project("Shop").File("Shop/Price.cs", "public static class Price { public static int Of(int n) => n; }")
            .File("Cart.cs", "namespace Carts; public class Cart { public int Total => Price.Of(3); }")
            .File("helpers.csx", "int Twice(int n) => Price.Of(n) * 2;\nConsole.Write(\"loaded\");");
        using var notebook = folder.Notebook().Given(Reference, "#load \"Cart.cs\"\n#load \"helpers.csx\"", "void test_twice() => Assert(Twice(3) == 6);");
        Assert.Equal("(3, 6)", notebook.Run("(new Carts.Cart().Total, Twice(3))").Value);
        Assert.Equal("", notebook.Run("Ipytest.ForceReload(\"helpers\", \"Cart\");").Text);

        folder.File("helpers.csx", "int Twice(int n) => Price.Of(n) + Price.Of(n);\nConsole.Write(\"loaded again\");");
        Assert.Equal("loaded again", notebook.Run("Ipytest.ForceReload(\"helpers\");").Text);
        Assert.Equal("6", notebook.Run("Twice(3)").Value);

        folder.File("Shop/Price.cs", "public static class Price { public static int Of(int n) => n * 10; }");
        notebook.Given("Ipytest.ForceReload(\"Shop\");");
        Assert.Equal("(30, 60)", notebook.Run("(new Carts.Cart().Total, Twice(3))").Value);
        Assert.Contains("1 failed", notebook.Run("Ipytest.Run(\"-q\")").Text, StringComparison.Ordinal);

        folder.File("Cart.cs", "namespace Carts; public class Cart { public int Total => oops; }");
        Assert.Matches(@"Cart\.cs:1:\d+: error CS0103", notebook.Run("Ipytest.Reload(\"Cart.cs\");").ErrorShown);
        Assert.Equal("30", notebook.Run("new Carts.Cart().Total").Value);
    }

    [Fact]
    public void A_cell_that_reloads_and_then_forgets_tests_keeps_its_own()
    {
        using var folder = new ProjectFolder().File("helpers.csx", "int One() => 1;");
        using var notebook = folder.Notebook().Given("#load \"helpers.csx\"", "void test_old() { }");
        folder.File("helpers.csx", "int One() => 2;");

        var seen = notebook.Run("void test_new() => Assert(One() == 2);\nIpytest.ForceReload(\"helpers\");\nIpytest.Clean();\nIpytest.Run(\"-v\");");

        Assert.Contains("1 passed", seen.Text, StringComparison.Ordinal);
        Assert.Contains("test_new PASSED", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_no_module_has_is_an_error_that_lists_the_modules()
    {
        using var folder = new ProjectFolder().Project("Shop").Project("Base", "<AssemblyName>Our.Base</AssemblyName>").File("helpers.csx", "int One() => 1;");
        using var notebook = folder.Notebook();
        Assert.Contains("There is no module 'Shop': no cell has taken in code from outside", notebook.Run("Ipytest.ForceReload(\"Shop\");").ErrorShown, StringComparison.Ordinal);
        notebook.Given(Reference + "#r \"project: Base/Base.csproj\"\n#load \"helpers.csx\"");

        foreach (var call in new[] { "ForceReload(\"Sho\")", "ForceReload(\"Shop\", \"Sho\")", "Reload(\"Sho\")" })
            Assert.Contains("There is no module 'Sho'. Expected one of: Base, helpers.csx, Our.Base, Shop.", notebook.Run($"Ipytest.{call};").ErrorShown, StringComparison.Ordinal);
        Assert.Contains("There is no module 'System.Private.CoreLib'", notebook.Run("Ipytest.Reload(typeof(string));").ErrorShown, StringComparison.Ordinal);
        Assert.Contains("Expected the name of a module, an assembly or a type", notebook.Run("Ipytest.Reload(3);").ErrorShown, StringComparison.Ordinal);
        notebook.Given("Ipytest.ForceReload();", "Ipytest.ForceReload(\"our\", \"SHOP\", \"helpers\");", "Ipytest.Reload(\"Base\");");
    }

    [Fact]
    public void Entries_of_a_dictionary_are_removed_instead()
    {
        using var notebook = new LiveNotebook().Given("Dictionary<string, int> Known() => new() { [\"foo\"] = 1, [\"foo.bar\"] = 2, [\"foo.bar.baz\"] = 3, [\"food\"] = 4 };\nvar known = Known();");

        string After(string arguments) => notebook.Run($"known = Known(); Ipytest.ForceReload({arguments}modules: known); string.Join(' ', known.Keys.Order(StringComparer.Ordinal))").Value!.Trim('"');

        Assert.Equal("food", After("\"foo\", "));
        Assert.Equal("foo food", After("\"foo.bar\", "));
        Assert.Equal("foo foo.bar foo.bar.baz food", After("\"f\", "));
        Assert.Equal("foo foo.bar foo.bar.baz food", After("\"unknown\", \"FOO\", "));
        Assert.Equal("foo foo.bar foo.bar.baz food", After(""));
        Assert.Equal("foo", After("\"foo.bar\", \"food\", "));
    }

    [Fact]
    public void A_reload_costs_the_size_of_the_assembly_and_nothing_else()
    {
        using var folder = new ProjectFolder().Project("Shop").File("Shop/Price.cs", Price(0)).File("Shop/Text.cs", $"public static class Text {{ public const string Long = \"{new string('x', 20_000)}\"; }}");
        using var notebook = folder.Notebook().Given(Reference);
        for (var i = 1; i <= 10; i++)
            Reload(i);
        var (managed, all) = (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
        for (var i = 11; i <= 110; i++)
            Reload(i);

        var each = (GC.GetTotalMemory(forceFullCollection: true) - managed) / 100;

        Assert.Equal("110", notebook.Run("Price.Of()").Value);
        output.WriteLine($"{each:N0} bytes a reload; the process grew by {(Environment.WorkingSet - all) / 100:N0} bytes a reload");
        Assert.True(each < 500_000, $"{each:N0} bytes a reload");

        void Reload(int i)
        {
            folder.File("Shop/Price.cs", Price(i));
            notebook.Given("Ipytest.ForceReload(\"Shop\");");
        }

        static string Price(int value) => $"public static class Price {{ public static int Of() => {value}; }}";
    }
}
