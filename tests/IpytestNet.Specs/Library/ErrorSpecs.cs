using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class ErrorSpecs
{
    [Fact]
    public void Under_the_magic_a_failing_run_raises_only_when_asked_to()
    {
        using var notebook = new LiveNotebook();

        var quiet = notebook.Run("%%ipytest\nvoid TestBad() => Assert(false);");
        var raised = notebook.Run("%%ipytest\n// ipytest: raiseOnError: true\nvoid TestBad() => Assert(false);");
        notebook.Given("Ipytest.Config(raiseOnError: true);");
        var configured = notebook.Run("%%ipytest\nvoid TestBad() => Assert(false);");
        var empty = notebook.Run("%%ipytest\nvar nothing = 0;");
        var good = notebook.Run("%%ipytest\nvoid TestGood() { }");

        Assert.Equal((ExitCode.TestsFailed, null), (quiet.Run, quiet.Error));
        Assert.Equal(("IpytestException", "ipytest failed with exit_code 1"), (raised.Error?.Name, raised.Error?.Message));
        Assert.Contains("1 failed in", raised.Text, StringComparison.Ordinal);
        Assert.Equal("ipytest failed with exit_code 1", configured.Error?.Message);
        Assert.Equal("ipytest failed with exit_code 5", empty.Error?.Message);
        Assert.Null(good.Error);
    }

    [Fact]
    public void An_exception_whose_message_throws_is_an_error_of_its_cell()
    {
        using var notebook = new LiveNotebook().Given("class Evil : Exception { public override string Message => throw new Exception(\"evil\"); }");

        var seen = notebook.Run("throw new Evil();");

        Assert.Contains("Evil: <exception thrown while retrieving exception message: evil>", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }

    [Fact]
    public void Several_inner_exceptions_are_no_chain_of_causes()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("%%ipytest --tb=short\nvoid TestBad() => throw new AggregateException(new Exception(\"one\"), new Exception(\"two\"));");

        Assert.Contains("E   System.Exception: one\n", seen.Text, StringComparison.Ordinal);
        Assert.Contains("E   System.AggregateException: One or more errors occurred. (one) (two)\n", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("E   System.Exception: two", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throw new InvalidOperationException(\"broken\");", "InvalidOperationException: broken")]
    [InlineData("int x = \"text\";", "error CS0029")]
    [InlineData("Missing();", "error CS0103")]
    [InlineData("await Task.Yield(); int.Parse(\"x\");", "FormatException")]
    public void A_cell_that_fails_runs_no_test_and_fails(string broken, string error)
    {
        using var notebook = new LiveNotebook().Given("void TestEarlier() { }");

        var seen = notebook.Run($"%%ipytest\n// ipytest: raiseOnError: true\nvoid TestGood() {{ }}\n{broken}\nvoid TestNever() {{ }}");

        Assert.Contains(error, seen.ErrorShown, StringComparison.Ordinal);
        Assert.Single(seen.Outputs.OfType<IpytestNet.Kernel.Execution.CellOutput.Failed>());
        Assert.NotNull(seen.Error);
        Assert.Null(seen.Run);
        Assert.Equal("", seen.Text);
    }

    [Fact]
    public void Each_kind_of_broken_test_is_a_result_of_its_own_and_the_notebook_goes_on()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("""
            %%ipytest -v
            int Endless(int n) => Endless(n + 1) + 1;
            class Static { public static int Value; static Static() => throw new InvalidOperationException("static trouble"); }
            void TestRecursion() => Endless(0);
            void TestStatic() => Static.Value++;
            void TestVerbose() { for (var i = 0; i < 50_000; i++) Console.WriteLine(new string('x', 99)); }
            public class NoConstructor { private NoConstructor() { } [Fact] public void Hidden() { } }
            [Theory] void WithoutData(int n) { }
            public class One { [Fact] public void Same() { } }
            public class Two { [Fact] public void Same() => throw new Exception("two"); }
            void TestÄpfel() => Xunit.Assert.Equal("grün", "blau ☃");
            async Task TestLater() { await Task.Delay(5); throw new TimeoutException("late"); }
            void TestLast() { }
            """);

        Assert.Equal(
            "TestRecursion FAILED, TestStatic FAILED, TestVerbose PASSED, WithoutData FAILED, One::Same PASSED, "
            + "Two::Same FAILED, NoConstructor::Hidden ERROR, TestÄpfel FAILED, TestLater FAILED, TestLast PASSED",
            seen.Results());
        Assert.Equal(ExitCode.TestsFailed, seen.Run);
        Assert.Contains("InsufficientExecutionStackException", seen.Text, StringComparison.Ordinal);
        Assert.Contains("static trouble", seen.Text, StringComparison.Ordinal);
        Assert.Contains("NoConstructor has no public constructor", seen.Text, StringComparison.Ordinal);
        Assert.Contains("No data found for WithoutData", seen.Text, StringComparison.Ordinal);
        Assert.Contains("blau ☃", seen.Text, StringComparison.Ordinal);
        Assert.Contains("In[1]:12: TimeoutException", seen.Text, StringComparison.Ordinal);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }

    [Fact]
    public void A_failing_test_shows_its_source_and_what_it_printed()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("""
            %%ipytest
            int Half(int n)
            {
                if (n % 2 != 0)
                    throw new ArgumentException($"{n} is odd");
                return n / 2;
            }

            void TestHalf()
            {
                Console.WriteLine("half of three");
                Console.Error.WriteLine("careful");
                Half(3);
            }
            """);

        Assert.Contains(">       Half(3);\n", seen.Text, StringComparison.Ordinal);
        Assert.Contains(">           throw new ArgumentException($\"{n} is odd\");\nE           System.ArgumentException: 3 is odd\n", seen.Text, StringComparison.Ordinal);
        Assert.Contains("In[1]:5: ArgumentException\n", seen.Text, StringComparison.Ordinal);
        Assert.Contains(" Captured stdout call -", seen.Text, StringComparison.Ordinal);
        Assert.Contains("half of three\n", seen.Text, StringComparison.Ordinal);
        Assert.Contains("careful\n", seen.Text, StringComparison.Ordinal);
        Assert.Contains("FAILED Notebook.ipynb::TestHalf - System.ArgumentException: 3 is odd\n", seen.Text, StringComparison.Ordinal);
        Assert.Equal("", seen.ErrorText);
    }

    [Fact]
    public void The_exception_carries_the_exit_code()
    {
        var exception = new IpytestException(ExitCode.NoTestsCollected);

        Assert.Equal(ExitCode.NoTestsCollected, exception.ExitCode);
        Assert.Equal("ipytest failed with exit_code 5", exception.Message);
    }
}
