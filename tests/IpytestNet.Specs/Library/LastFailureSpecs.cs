using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class LastFailureSpecs
{
    [Fact]
    public void The_last_failure_can_be_looked_into_in_the_next_cell()
    {
        using var notebook = new LiveNotebook().Given("int x = 1;", "%%ipytest\nvoid TestA() { Console.Write(\"seen\"); Assert(x == 2); }\nvoid TestB() { }");

        Assert.Equal("\"Notebook.ipynb::TestA\"", notebook.Run("Ipytest.LastFailure.Test.NodeId").Value);
        Assert.Equal("(\"In[2]:2\", \"call\", \"seen\")", notebook.Run("(Ipytest.LastFailure.Place, Ipytest.LastFailure.When, Ipytest.LastFailure.StandardOutput)").Value);
        Assert.Equal("true", notebook.Run("Ipytest.LastFailure.Exception is AssertionException && Ipytest.LastFailure.Message.Contains(\"where x = 1\")").Value);
    }

    [Theory]
    [InlineData("void TestA() { }", "null")]
    [InlineData("[Fact] void A() => throw new FormatException(\"odd\");", "Notebook.ipynb::A at In[1]:2\nodd")]
    [InlineData("void TestA(int broken) { }\n[Fixture] int Broken() => throw new FormatException(\"odd\");", "Notebook.ipynb::TestA at In[1]:3\nodd")]
    public void It_is_that_of_the_last_run(string code, string shown)
    {
        using var notebook = new LiveNotebook();
        notebook.Run("%%ipytest\n" + code);

        Assert.Equal(shown, notebook.Run("Ipytest.LastFailure").Value);
        Assert.Equal("null", notebook.Given("%%ipytest\nvoid TestGood() { }").Run("Ipytest.LastFailure").Value);
    }
}
