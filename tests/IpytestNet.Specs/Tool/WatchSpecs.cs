using System.Text.RegularExpressions;
using Xunit;

namespace IpytestNet.Specs.Tool;

[Trait("asks", "SDK")]
public sealed class WatchSpecs : IDisposable
{
    private readonly WatchProcess _watch = new();

    public void Dispose() => _watch.Dispose();

    [Fact]
    public void A_changed_notebook_alone_runs_again_and_once_for_several_saves_but_not_for_one_that_changes_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are known on Linux");
        _watch.Write("first.cs", Passing(1)).Write("second.ipynb", Saved("void TestSecond() { Assert(1 == 1); }", "[]"));
        Assert.Contains("first run of 2 notebooks", _watch.Start("."));

        _watch.Write("first.cs", Passing(1));
        _watch.Write("second.ipynb", Saved("void TestSecond() { Assert(1 == 1); }", """[{"name": "stdout", "output_type": "stream", "text": ["ran"]}]"""));
        _watch.Write("third.txt", "no notebook");
        foreach (var number in Enumerable.Range(2, 5))
            _watch.Write("first.cs", Passing(number));
        var after = _watch.Result();
        _watch.Write("second.ipynb", Saved("void TestSecond() { Assert(1 == 2); }", "[]"));
        var last = _watch.Result();

        Assert.Contains("first.cs changed: 1 of 2 notebooks to run", after);
        Assert.Matches(@"> ok +first\.cs +1 passed", after);
        Assert.Matches(@"\n  ok +second\.ipynb +1 passed", after);
        // What came before it was one run.
        Assert.Matches(@"^\n\S+ second\.ipynb changed: 1 of 2 notebooks to run", last);
        Assert.Matches(@"> FAILED +second\.ipynb  ok → FAILED +1 failed", last);
        Assert.Equal(1, _watch.Interrupt());
    }

    [Fact]
    public void Code_that_a_notebook_refers_to_runs_that_notebook_again()
    {
        _watch
            .Write("src/Shop/Shop.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""")
            .Write("src/Shop/Cart.cs", "public static partial class Cart { public static int Total() => 1; }")
            .Write("shop.cs", "// %%\n#r \"project: src/Shop/Shop.csproj\"\nvoid TestTotal() { Assert(Cart.Total() == 2); }")
            .Write("files/inner.csx", "int Inner() => 1;")
            .Write("files/outer.csx", "#load \"inner.csx\"\nint Outer() => Inner();")
            .Write("files/loads.cs", "// %%\n#load \"outer.csx\"\nvoid TestOuter() { Assert(Outer() == 1); }")
            .Write("other.cs", Passing(1));
        Assert.Contains("1 failed, 2 ok", Counted(_watch.Start("shop.cs", "files", "other.cs")));

        _watch.Write("src/Shop/Price.cs", "public static partial class Cart { public static int Price => 2; }");
        _watch.Write("src/Shop/Cart.cs", "public static partial class Cart { public static int Total() => Price; }");
        var ofProject = _watch.Result();
        _watch.Write("files/inner.csx", "int Inner() => 2;");
        var ofFile = _watch.Result();
        _watch.Write("files/conftest.csx", "// Nothing is needed by all.");
        var ofFolder = _watch.Result();

        Assert.Contains("1 of 3 notebooks to run", ofProject);
        Assert.Matches(@"> ok +shop\.cs  FAILED → ok", ofProject);
        Assert.Contains("files/inner.csx changed: 1 of 3 notebooks to run", ofFile);
        Assert.Matches(@"> FAILED +files/loads\.cs  ok → FAILED", ofFile);
        Assert.Contains("files/conftest.csx changed: 1 of 3 notebooks to run", ofFolder);
    }

    [Fact]
    public void What_a_notebook_breaks_is_told_and_the_watch_goes_on()
    {
        _watch.Write("broken.ipynb", "{ \"cells\": [").Write("good.cs", Passing(1));

        var broken = _watch.Start("--color=no", ".");
        _watch.Write("broken.ipynb", Saved("Environment.FailFast(\\\"lost\\\");", "[]"));
        var crashed = _watch.Result();
        _watch.Delete("broken.ipynb");
        var gone = _watch.Result();
        _watch.Write("broken.ipynb", Saved("void TestAgain() { }", "[]"));
        var back = _watch.Result();

        Assert.Matches(@"> ERROR +broken\.ipynb\n +\S.*JSON", broken);
        Assert.Matches(@"> ok +good\.cs", broken);
        Assert.Matches(@"> FAILED +broken\.ipynb  ERROR → FAILED\s+the process that ran the notebook ended in the middle of it", crashed);
        Assert.Contains("broken.ipynb is gone, and is left out until it comes back", gone);
        Assert.Contains("Watching 1 notebook ", gone);
        Assert.Matches(@"> ok +broken\.ipynb  FAILED → ok", back);
    }

    [Fact]
    public void A_change_ends_the_run_that_it_overtakes_and_Ctrl_C_ends_everything()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are known on Linux");
        _watch.Write("endless.cs", "// %%\nConsole.WriteLine(\"it runs\");\nwhile (true) { }").Begin("endless.cs");
        _watch.WaitFor("\nit runs");

        _watch.Write("endless.cs", Passing(1));
        var overtaken = _watch.Result();
        _watch.Write("endless.cs", "// %%\nConsole.WriteLine(\"it runs\");\nSystem.Diagnostics.Process.Start(\"sleep\", \"600\");\nThread.Sleep(600_000);");
        _watch.WaitFor("\nit runs");
        var children = _watch.Children;
        var exitCode = _watch.Interrupt();

        Assert.Matches(@"> ok +endless\.cs", overtaken);
        Assert.NotEmpty(children);
        Assert.Equal(0, exitCode);
        Assert.DoesNotContain(children, id => Directory.Exists($"/proc/{id}"));
    }

    [Theory]
    [InlineData("nope.ipynb: expected a notebook, a folder or a pattern with *, but there is no such file; check the name", "nope.ipynb")]
    [InlineData("empty: expected notebooks (.ipynb, .dib, or .cs with `// %%` cells), but the folder has none", "empty")]
    [InlineData("expected at least one PATH", "-q")]
    [InlineData("expected no --inplace, since outputs are not kept while notebooks are watched; `ipytest run` writes them", "a.cs", "--inplace")]
    [InlineData("expected no --output", "a.cs", "--output", "b.ipynb")]
    [InlineData("no notebook is left to watch, since --ignore leaves out all that the paths name", "a.cs", "--ignore", "a.cs")]
    public void What_cannot_be_watched_is_refused_at_once(string message, params string[] arguments)
    {
        using var call = new ToolCall().Notebook("a.cs", Passing(1));
        Directory.CreateDirectory(call.Folder.PathOf("empty"));

        Assert.Equal(ExitCode.UsageError, call.Run(["watch", .. arguments]));
        Assert.StartsWith("usage: ipytest watch PATH... [options] [pytest options]\nipytest watch: error: " + message, call.Error);
        Assert.EndsWith("\nTo learn more: ipytest watch --help\n", call.Error);
    }

    private static string Passing(int number) => $"// %%\nvoid TestNumber() {{ Assert({number} == {number}); }}\n";

    private static string Saved(string source, string outputs) =>
        $$"""
        {"cells": [{"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": {{outputs}}, "source": ["{{source}}"]}],
         "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
        """;

    private static string Counted(string output)
    {
        var words = Regex.Matches(output, "^> (FAILED|ok) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Value).ToList();
        return $"{words.Count(word => word.StartsWith("> FAILED", StringComparison.Ordinal))} failed, {words.Count(word => word.StartsWith("> ok", StringComparison.Ordinal))} ok";
    }
}
