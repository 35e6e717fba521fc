using Xunit;

namespace IpytestNet.Specs.Tool;

/// <summary>Selection, order and early ends that hold for a whole command.</summary>
public sealed class EarlierRunsSpecs : IDisposable
{
    private const string Mixed = "// %%\n// %%ipytest\n[Fact] void TestA() { }\n[Fact] void TestB() => Assert.Fail(\"b\");\n// %%\n// %%ipytest\n[Fact] void TestC() { }\n";
    private const string Green = "// %%\n// %%ipytest\n[Fact] void TestG() { }\n";

    [Fact]
    public void Lf_runs_the_failures_that_were_known_when_the_command_began()
    {
        using (var first = Call("Red.cs", Mixed, "Green.cs", Green))
            Assert.Equal(ExitCode.TestsFailed, first.Run("run", "Green.cs", "Red.cs"));
        using var again = Call();

        Assert.Equal(ExitCode.TestsFailed, again.Run("run", "Green.cs", "Red.cs", "--lf"));

        Assert.Contains("run-last-failure: rerun previous 1 failure\nF", again.Out);
        Assert.Contains("1 failed, 1 deselected in", again.Out);
        Assert.DoesNotContain(" passed", again.Out);
        Assert.Matches(@"\nno tests +Green\.cs ", again.Out);
    }

    [Fact]
    public void Lf_runs_everything_where_no_failure_is_known_also_after_one_has_come()
    {
        using var call = Call("Red.cs", Mixed, "Zebra.cs", Green);

        Assert.Equal(ExitCode.TestsFailed, call.Run("run", "Red.cs", "Zebra.cs", "--lf"));

        Assert.Contains("1 failed, 1 passed in", call.Out);
        Assert.Equal(2, call.Out.Split("\n1 passed in").Length - 1);
    }

    [Fact]
    public void When_the_failures_are_mended_lf_ends_with_0_and_the_next_runs_all()
    {
        using (var first = Call("Red.cs", Mixed))
            first.Run("run", "Red.cs");
        using (var second = Call("Red.cs", Mixed.Replace("Assert.Fail(\"b\")", "Assert.True(true)", StringComparison.Ordinal)))
        {
            Assert.Equal(ExitCode.Ok, second.Run("run", "Red.cs", "--lf"));
            Assert.Contains("1 passed, 1 deselected in", second.Out);
        }

        using var third = Call();
        Assert.Equal(ExitCode.Ok, third.Run("run", "Red.cs", "--lf"));
        Assert.Contains("2 passed in", third.Out);
    }

    [Fact]
    public void X_ends_the_command_at_the_first_failing_run()
    {
        using var call = Call("A.cs", Mixed, "B.cs", Green);

        Assert.Equal(ExitCode.TestsFailed, call.Run("run", "A.cs", "B.cs", "-x"));

        Assert.Contains("stopping after 1 failures", call.Out);
        Assert.Contains(" 1 of 2 cells ", call.Out);
        Assert.Contains("\nnot run   B.cs\n1 failed, 1 not run in ", call.Out);
    }

    [Fact]
    public void Maxfail_counts_the_failures_of_all_notebooks()
    {
        using var call = Call("A.cs", Mixed, "B.cs", Mixed);
        call.Notebook("C.cs", Green);

        Assert.Equal(ExitCode.TestsFailed, call.Run("run", "A.cs", "B.cs", "C.cs", "--maxfail=2"));

        Assert.Contains("\nnot run   C.cs\n2 failed, 1 not run in ", call.Out);
    }

    [Fact]
    public void Sw_ends_the_command_at_the_first_failure_and_goes_on_from_it()
    {
        using (var first = Call("A.cs", Mixed, "B.cs", Green))
        {
            Assert.Equal(ExitCode.Interrupted, first.Run("run", "A.cs", "B.cs", "--sw"));
            Assert.Contains("!!! Interrupted: Test failed, continuing from this test next run. !!!", first.Out);
            Assert.Contains("\nnot run   B.cs\n", first.Out);
        }

        using var second = Call("A.cs", Mixed.Replace("Assert.Fail(\"b\")", "Assert.True(true)", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Ok, second.Run("run", "A.cs", "B.cs", "--sw"));
        Assert.Contains("stepwise: skipping 1 already passed items.\n", second.Out);
    }

    [Fact]
    public void An_expected_failure_ends_nothing()
    {
        using var call = Call("A.cs", "// %% tags=[\"raises-exception\"]\n// %%ipytest\n[Fact] void TestBad() => Assert.Fail(\"so\");\n" + Green);

        Assert.Equal(ExitCode.Ok, call.Run("run", "A.cs", "-x"));
        Assert.Contains(" 2 cells ", call.Out);
    }

    [Fact]
    public void A_renamed_test_is_forgotten_when_its_notebook_has_run_whole()
    {
        using (var first = Call("A.cs", Mixed))
            first.Run("run", "A.cs");
        using (var second = Call("A.cs", Mixed.Replace("TestB", "TestRenamed", StringComparison.Ordinal)))
            second.Run("run", "A.cs");

        var failed = File.ReadAllText(Path.Combine(_root, ".ipytest_cache/v/cache/lastfailed"));
        var known = File.ReadAllText(Path.Combine(_root, ".ipytest_cache/v/cache/nodeids"));
        Assert.Contains("A.cs::TestRenamed", failed);
        Assert.DoesNotContain("TestB", failed);
        Assert.DoesNotContain("TestB", known);
        Assert.Contains("A.cs::TestC", known);
    }

    [Fact]
    public void Cache_clear_forgets_once_and_not_between_the_runs()
    {
        using (var first = Call("A.cs", Mixed))
            first.Run("run", "A.cs");
        using var second = Call();

        second.Run("run", "A.cs", "--lf", "--cache-clear");

        Assert.Contains("no previously failed tests, not deselecting items.", second.Out);
        Assert.Contains("A.cs::TestB", File.ReadAllText(Path.Combine(_root, ".ipytest_cache/v/cache/lastfailed")));
    }

    [Fact]
    public void Ignore_leaves_out_notebooks_and_folders()
    {
        using var call = Call("A.cs", Green, "sub/B.cs", Mixed);
        call.Notebook("C.cs", Mixed);

        Assert.Equal(ExitCode.Ok, call.Run("run", ".", "--ignore=sub", "--ignore", "C.cs"));
        Assert.Contains("\n1 ok in ", call.Out);
        Assert.Equal(ExitCode.NoTestsCollected, call.Run("run", "A.cs", "--ignore=A.cs"));
        Assert.Contains("no notebook is left to run", call.Error);
    }

    [Fact]
    public void A_drawn_seed_is_the_same_in_all_runs()
    {
        using var call = Call("A.cs", Mixed);

        call.Run("run", "A.cs", "--random-order");

        var seeds = call.Out.Split('\n').Where(line => line.StartsWith("random-order: seed ", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, seeds.Count);
        Assert.Single(seeds.Distinct());
    }

    [Fact]
    public void M_from_the_command_narrows_the_runs_and_an_empty_one_is_no_mistake()
    {
        using var call = Call("A.cs", "// %%\n// %%ipytest\n[Fact, Mark(\"slow\")] void TestSlow() { }\n// %%\n// %%ipytest\n[Fact] void TestBad() => Assert.Fail(\"so\");\n");

        Assert.Equal(ExitCode.Ok, call.Run("run", "A.cs", "-m", "slow"));
        Assert.Contains("1 passed in", call.Out);
    }

    private readonly string _root = Directory.CreateTempSubdirectory("ipytest-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    // Each call has what it prints for itself; the folder stays.
    private ToolCall Call(params string[] files)
    {
        var call = new ToolCall(_root);
        for (var i = 0; i < files.Length; i += 2)
            call.Notebook(files[i], files[i + 1]);
        return call;
    }
}
