using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class WarningSpecs
{
    private const string Definitions = """
        [Obsolete("use New")] int Old() => 1;
        async Task LoadAsync() { await Task.Yield(); }
        int Helper() => Old();
        int Unused() => Old();
        """;

    [Theory]
    [InlineData("void TestA() { Old(); }", "Notebook.ipynb::TestA\n  In[2]:2: CS0618: 'Old()' is obsolete: 'use New'")]
    [InlineData("[Fact] void A() => Assert.Equal(1, Old());", "Notebook.ipynb::A\n  In[2]:2: CS0618: 'Old()' is obsolete: 'use New'")]
    [InlineData("class CalcTests { [Fact] public void A() { new Gone(); } } [Obsolete] class Gone { }", "In[2]:2: CS0612: 'Gone' is obsolete")]
    [InlineData("void TestA() => Helper();", "In[1]:3: CS0618: 'Old()' is obsolete: 'use New'")]
    [InlineData("[Fixture] int Number() => Old();\nvoid TestA(int number) { }", "In[2]:2: CS0618: 'Old()' is obsolete: 'use New'")]
    [InlineData("async Task TestA()\n{\n    LoadAsync();\n    await Task.Yield();\n}", "Notebook.ipynb::TestA\n  In[2]:4: CS4014: Because this call is not awaited")]
    [InlineData("void TestA() { LoadAsync(); }", "Notebook.ipynb::TestA\n  In[2]:2: CS4014: Because this call is not awaited")]
    [InlineData("void TestA() { Task.Delay(1); }", "Notebook.ipynb::TestA\n  In[2]:2: IPY0004: The task of this call is not awaited")]
    [InlineData("[Fact] void A() => Task.Run(() => { });", "Notebook.ipynb::A\n  In[2]:2: IPY0004: The task of this call is not awaited")]
    public void What_the_compiler_warns_of_in_tests_is_summed_up(string code, string warning)
    {
        using var notebook = new LiveNotebook().Given(Definitions);

        var seen = notebook.Run("%%ipytest\n" + code);

        Assert.Contains("warnings summary", seen.Text, StringComparison.Ordinal);
        Assert.Contains(warning, seen.Text, StringComparison.Ordinal);
        Assert.Contains("1 passed, 1 warning in", seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, seen.Run);
    }

    [Theory]
    [InlineData("void TestA() { }")]
    [InlineData("async Task TestA() => await LoadAsync();")]
    [InlineData("void TestA() { LoadAsync().Wait(); }")]
    [InlineData("void TestA() { _ = LoadAsync(); }")]
    [InlineData("Task TestA() => LoadAsync();")]
    [InlineData("void TestA() { var task = LoadAsync(); task.Wait(); }")]
    public void Code_that_no_test_uses_and_tasks_that_are_kept_are_no_matter(string code)
    {
        using var notebook = new LiveNotebook().Given(Definitions);

        Assert.DoesNotContain("warning", notebook.Run("%%ipytest\n" + code).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mended_cell_is_not_warned_of_any_more()
    {
        using var notebook = new LiveNotebook().Given(Definitions, "void TestA() { Old(); }", "void TestA() { }");

        Assert.DoesNotContain("warning", notebook.Run("Ipytest.Run();").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_fixtures_write_to_standard_error_is_a_warning_of_their_test()
    {
        using var notebook = new LiveNotebook().Given(
            "[Fixture] IEnumerable<int> Noisy() { Console.Error.WriteLine(\"no cache\"); yield return 1; Console.Error.WriteLine(\"left open\"); }");

        var seen = notebook.Run("%%ipytest\nvoid TestA(int noisy) { }");

        Assert.Contains("Notebook.ipynb::TestA\n  its setup wrote to standard error:\n  no cache\n", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Notebook.ipynb::TestA\n  its teardown wrote to standard error:\n  left open\n", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_can_be_left_out_of_the_report_but_are_counted()
    {
        using var notebook = new LiveNotebook().Given(Definitions);

        var seen = notebook.Run("%%ipytest --disable-warnings\nvoid TestA() { Old(); }");

        Assert.DoesNotContain("warnings summary", seen.Text, StringComparison.Ordinal);
        Assert.Contains("1 passed, 1 warning in", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("async void TestA() => await Task.Yield();", "TestA is 'async void', so its end cannot be awaited. Make it 'async Task'.")]
    [InlineData("[Fact] async void A() => await Task.Yield();", "Tests marked as 'async void' are no longer supported. Please convert to 'async Task' or 'async ValueTask'.")]
    public void A_test_whose_end_cannot_be_awaited_is_refused(string code, string message)
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("%%ipytest\n" + code);

        Assert.Contains(message, seen.Text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.TestsFailed, seen.Run);
    }
}
