using IpytestNet.Specs.Documents;
using Xunit;

namespace IpytestNet.Specs.Kernel;

/// <summary>Libraries and files that a cell takes in with <c>#r</c> and <c>#load</c>.</summary>
public sealed class ReferenceSpecs
{
    [Fact]
    public void A_library_is_found_from_the_folder_of_the_notebook_and_from_the_current_directory()
    {
        using var folder = new TemporaryFolder();
        BuiltLibrary.Build(folder.Root, "Near", "public class Near { public static int V => 1; }");
        BuiltLibrary.Build(folder.PathOf("sub"), "Sub", "public class Sub { public static int V => 2; }");
        BuiltLibrary.Build(folder.PathOf("deep"), "Deep", "public class Deep { public static int V => 3; }");
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root });

        notebook.Given("#r \"Near.dll\"", "#r \"sub/Sub.dll\"", "Directory.SetCurrentDirectory(\"deep\");", "#r \"Deep.dll\"", "#r \"sub/Sub.dll\"");

        Assert.Equal("(1, 2, 3)", notebook.Run("(Near.V, Sub.V, Deep.V)").Value);
    }

    [Fact]
    public void What_a_library_needs_is_found_beside_it()
    {
        using var folder = new TemporaryFolder();
        var inner = BuiltLibrary.Build(folder.Root, "InnerLibrary", "public class Inner { public static int V => 4; }");
        BuiltLibrary.Build(folder.Root, "OuterLibrary", "public class Outer { public static int V => Inner.V; }", inner);
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root });

        Assert.Equal("4", notebook.Run("#r \"OuterLibrary.dll\"\nOuter.V").Value);
    }

    [Fact]
    public void Libraries_that_need_each_other_in_many_ways_are_looked_at_once_each()
    {
        using var folder = new TemporaryFolder();
        var built = new List<string>();
        // From the last to the first there are 2^28 ways.
        for (var i = 0; i < 30; i++)
            built.Add(BuiltLibrary.Build(folder.Root, $"Dense{i}", $"public class Dense{i} {{ public static int V => 1{string.Concat(Enumerable.Range(0, i).Select(lower => $" + (Dense{lower}.V - Dense{lower}.V)"))}; }}", [.. built]));
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root });

        Assert.Equal("1", notebook.Run("#r \"Dense29.dll\"\nnameof(Dense29).Length - 6").Value);
        notebook.Given("Ipytest.ForceReload(\"Dense0\");");
    }

    [Fact]
    public void A_library_in_use_may_be_built_again_and_deleted()
    {
        using var folder = new TemporaryFolder();
        var path = BuiltLibrary.Build(folder.Root, "Unlocked", "public class Unlocked { public static int V => 1; }");
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root }).Given("#r \"Unlocked.dll\"\nUnlocked.V");

        BuiltLibrary.Build(folder.Root, "Unlocked", "public class Unlocked { public static int V => 2; }");
        using (File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
        }

        File.Delete(path);
        Assert.Equal("1", notebook.Run("Unlocked.V").Value);
    }

    [Fact]
    public void A_file_that_is_no_library_is_an_error_at_its_place()
    {
        using var folder = new TemporaryFolder();
        folder.Write("broken.dll", "no library");
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root });

        var seen = notebook.Run("#r \"broken.dll\"\n1");

        Assert.Contains("broken.dll", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }

    [Fact]
    public void The_compiler_that_the_notebook_runs_with_is_found_by_its_name()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run(
            "#r \"Microsoft.CodeAnalysis\"\n#r \"Microsoft.CodeAnalysis.CSharp\"\n"
            + "IpytestNet.Rewriting.CellSyntax.ParseOptions is Microsoft.CodeAnalysis.CSharp.CSharpParseOptions");

        Assert.Equal("true", seen.Value);
    }

    [Fact]
    public void A_loaded_script_is_part_of_the_cell()
    {
        using var folder = new TemporaryFolder();
        folder.Write("lib/script.csx", "#load \"more.csx\"\nusing System.Xml;\nConsole.Write(\"loaded\");\nvar loaded = Inner() + 1;\nint Twice(int x) => x * 2;\nclass FromFile { public int V = 3; }");
        folder.Write("lib/more.csx", "int Inner() => 10;");
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root });

        var seen = notebook.Run("#load \"lib/script.csx\"\nTwice(loaded) + new FromFile().V");

        Assert.Equal(("loaded", "25"), (seen.Text, seen.Value));
        Assert.Equal("11", notebook.Run("loaded").Value);
    }

    [Fact]
    public void A_cell_may_only_load()
    {
        using var folder = new TemporaryFolder();
        folder.Write("script.csx", "var loaded = 4;");
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root }).Given("#load \"script.csx\"");

        Assert.Equal("4", notebook.Run("loaded").Value);
    }

    [Fact]
    public void A_file_of_a_project_brings_its_namespaces()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Shop.cs", "namespace Shop.Model;\n\ninternal sealed class Cart\n{\n    public int Count => List.Count();\n    private IEnumerable<int> List => [1, 2];\n}\n\npublic static class Extensions\n{\n    extension(Cart cart)\n    {\n        public int Twice => cart.Count * 2;\n    }\n}\n");
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root });

        Assert.Equal("4", notebook.Run("#load \"Shop.cs\"\nusing Shop.Model;\nnew Cart().Twice").Value);
        Assert.Equal("2", notebook.Run("new Shop.Model.Cart().Count").Value);
    }

    [Fact]
    public void A_changed_file_of_a_project_is_loaded_anew()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Shop.cs", "namespace Shop { public class Cart { public int Count => 1; } }");
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root }).Given("#load \"Shop.cs\"", "using Shop;", "var old = new Cart();");

        folder.Write("Shop.cs", "namespace Shop { public class Cart { public int Count => 2; } }");

        var seen = notebook.Run("#load \"Shop.cs\"\nnew Cart().Count");

        Assert.Equal(("", "2"), (seen.ErrorShown, seen.Value));
        Assert.Equal("(2, 1)", notebook.Run("(new Shop.Cart().Count, old.Count)").Value);
    }

    [Fact]
    public void Tests_in_loaded_files_are_found()
    {
        using var folder = new TemporaryFolder();
        folder.Write("script.csx", "[Fact] void In_a_script() { }\nvoid test_plain() { }\npublic class ScriptTests { [Fact] public void In_its_class() { } }");
        folder.Write("Project.cs", "namespace Deep.Down;\nusing Xunit;\npublic class ProjectTests\n{\n    [Fact]\n    public void In_a_project()\n    {\n        Assert.True(1 > 2);\n    }\n}");
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root, Name = "Notebook.ipynb" });

        var seen = notebook.Run("%%ipytest -v\n#load \"script.csx\"\n#load \"Project.cs\"\n[Fact] void In_the_cell() { }");

        Assert.Equal(ExitCode.TestsFailed, seen.Run);
        foreach (var name in new[] { "In_a_script", "test_plain", "ScriptTests::In_its_class", "In_the_cell" })
            Assert.Contains($"Notebook.ipynb::{name} PASSED", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Notebook.ipynb::ProjectTests::In_a_project FAILED", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Project.cs:8", seen.Text, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^> +Assert\.True\(1 > 2\);", seen.Text);
    }

    [Theory]
    [InlineData("Assert(1 + 1 == 2);\nint F() => 1;\n  oops();", "3:3: error CS0103")]
    [InlineData("Func<int, int> f = x => Math.Abs(x); oops();", "1:38: error CS0103")]
    [InlineData("namespace N;\nclass C\n{\n    int F(int x) => x; int G => oops;\n}", "4:33: error CS0103")]
    [InlineData("namespace N { class C { int F() { while (true) { oops(); } } } }", "1:50: error CS0103")]
    [InlineData("int F( => 3;", "1:8: error CS1001")]
    [InlineData("namespace N;\nclass C {", "2:10: error CS1513")]
    public void Errors_in_loaded_files_name_the_file_and_the_place(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("file.cs", text);
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root });

        var seen = notebook.Run("#load \"file.cs\"\n1");

        Assert.Contains($"{path}:{expected}", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }

    [Theory]
    [InlineData("\nint F() =>\n    int.Parse(\"x\");", "F()", "F", 3)]
    [InlineData("namespace N;\npublic class C\n{\n    public static int F()\n    {\n        return int.Parse(\"x\");\n    }\n}", "N.C.F()", "N.C.F", 6)]
    public void Stack_traces_name_the_lines_of_loaded_files(string text, string call, string method, int line)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("file.cs", text);
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root });

        var seen = notebook.Run($"#load \"file.cs\"\n{call}");

        Assert.Contains($"at {method} in {path}:line {line}\n", seen.ErrorShown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("void Spin() { while (true) { } }", "Spin();")]
    [InlineData("void Spin() => Enumerable.Range(0, int.MaxValue).Count(x => x < 0);", "Spin();")]
    [InlineData("namespace N { class C { public static void Spin() { for (;;); } } }", "N.C.Spin();")]
    public void Loaded_code_can_be_interrupted(string text, string call)
    {
        using var folder = new TemporaryFolder();
        folder.Write("file.cs", text);
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root });

        var seen = notebook.RunAndInterruptAfter("ready", $"#load \"file.cs\"\nConsole.Write(\"ready\"); {call}");

        Assert.Equal("Interrupted: The cell was interrupted.", seen.ErrorShown);
    }

    [Theory]
    [InlineData("int F(int x) => F(x + 1) + 1;", "F(0)")]
    [InlineData("namespace N { class C { public static Func<int, int> F = x => F(x + 1) + 1; } }", "N.C.F(0)")]
    [InlineData("namespace N { record R(string A) { public R Next { get; set; } } }", "var r = new N.R(\"a\"); r.Next = r; r.GetHashCode()")]
    public void Endless_recursion_in_loaded_code_is_reported(string text, string call)
    {
        using var folder = new TemporaryFolder();
        folder.Write("file.cs", text);
        using var notebook = new LiveNotebook(new() { WorkingDirectory = folder.Root });

        Assert.Contains("InsufficientExecutionStackException", notebook.Run($"#load \"file.cs\"\n{call}").ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_an_error_at_its_place()
    {
        using var notebook = new LiveNotebook();

        Assert.Contains("In[1]:2:7: error CS1504: Source file 'nowhere.cs' could not be opened", notebook.Run("\n#load \"nowhere.cs\"").ErrorShown, StringComparison.Ordinal);
    }
}
