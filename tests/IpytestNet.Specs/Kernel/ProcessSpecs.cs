using Xunit;

namespace IpytestNet.Specs.Kernel;

/// <summary>What would end another process ends at most the cell here.</summary>
public sealed class ProcessSpecs
{
    [Theory]
    [InlineData("new Thread(() => throw new Exception(\"boom\")).Start();")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => throw new Exception(\"boom\"));")]
    [InlineData("var timer = new Timer(_ => throw new Exception(\"boom\"), null, 1, -1);")]
    [InlineData("async void F() { await Task.Delay(1); throw new Exception(\"boom\"); } F();")]
    [InlineData("class C { ~C() => throw new Exception(\"boom\"); } void F() => new C(); F();")]
    [InlineData("void F() => Task.Run(() => throw new Exception(\"boom\")); F();")]
    public void An_exception_that_nobody_catches_is_told_and_survived(string code)
    {
        using var notebook = new LiveNotebook();

        var first = notebook.Run(code);
        var second = notebook.Run("for (var i = 0; i < 20; i++) { Thread.Sleep(10); GC.Collect(); GC.WaitForPendingFinalizers(); } 1 + 1");

        Assert.Null(first.Error);
        Assert.Equal("2", second.Value);
        Assert.Contains("System.Exception: boom", first.ErrorText + second.ErrorText, StringComparison.Ordinal);
        Assert.Contains("in In[1]:line 1", first.ErrorText + second.ErrorText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Environment.Exit(0); Console.Write(\"not reached\");")]
    [InlineData("System.Environment.Exit(0);")]
    [InlineData("using static System.Environment;\nExit(0);")]
    [InlineData("void F() { while (true) Environment\n  .Exit(0); } F();")]
    [InlineData("class C { public static void F() => Environment.Exit(0); } C.F();")]
    [InlineData("Action<int> exit = Environment.Exit; exit(0);")]
    public void Exit_with_0_ends_the_cell_in_peace(string code)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run(code);

        Assert.Null(seen.Error);
        Assert.Equal("Environment.Exit(0) ended the cell; the notebook goes on.\n", seen.ErrorText);
        Assert.Equal("", seen.Text);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }

    [Fact]
    public void Exit_with_another_code_fails_the_cell()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("\nEnvironment.Exit(3);");

        Assert.Contains("Environment.Exit(3) ended the cell", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Contains("In[1]:line 2", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }

    [Fact]
    public void The_current_directory_of_a_notebook_is_its_own()
    {
        var before = Environment.CurrentDirectory;
        using var notebook = new LiveNotebook().Given("Environment.CurrentDirectory = Path.GetTempPath();");

        Assert.Equal(before, Environment.CurrentDirectory);
        Assert.Equal("true", notebook.Run("Environment.CurrentDirectory.TrimEnd('/') == Path.GetTempPath().TrimEnd('/')").Value);
    }
}
