using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class LiveStateSpecs
{
    [Fact]
    public void Tests_change_the_variables_of_the_notebook()
    {
        using var notebook = new LiveNotebook().Given("int counter = 0;", "%%ipytest\n[Fact] void Counts() => counter++;", "Ipytest.Run();");

        Assert.Equal("2", notebook.Run("counter").Value);
        notebook.Given("counter = 10; Ipytest.Run();");
        Assert.Equal("11", notebook.Run("counter").Value);
    }

    [Fact]
    public void Variables_of_the_tests_own_cell_and_objects_are_live_too()
    {
        using var notebook = new LiveNotebook().Given("var seen = new List<string>();");

        notebook.Given("""
            %%ipytest
            var own = 1;
            [Theory, InlineData("a"), InlineData("b")] async Task Rows(string text) { await Task.Yield(); seen.Add(text); own++; }
            void TestPlain() { seen.Add("plain"); own++; }
            """);

        Assert.Equal("a b plain 4", notebook.Run("Console.Write($\"{string.Join(' ', seen)} {own}\")").Text);
    }

    [Fact]
    public void A_class_uses_static_state_of_the_notebooks_types()
    {
        using var notebook = new LiveNotebook().Given("static class Store { public static int Count; }", "%%ipytest\npublic class StoreTests { [Fact] public void Puts() => Store.Count += 5; }");

        Assert.Equal("5", notebook.Run("Store.Count").Value);
    }
}
