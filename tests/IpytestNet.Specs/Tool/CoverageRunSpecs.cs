using Xunit;

namespace IpytestNet.Specs.Tool;

public sealed class CoverageRunSpecs
{
    private const string Notebook =
        """
        // %%
        int F(bool b)
        {
            if (b)
                return 1;
            return 2;
        }
        // %%
        %%ipytest -q
        void test_true() => Assert(F(true) == 1);
        // %%
        %%ipytest -q
        void test_false() => Assert(F(false) == 2);
        """;

    [Fact]
    public void The_command_reports_coverage_once_over_all_notebooks_and_runs()
    {
        using var call = new ToolCall().Notebook("One.cs", Notebook).Notebook("sub/Two.cs", Notebook.Replace("test_false() => Assert(F(false) == 2)", "test_other() => Assert(true)", StringComparison.Ordinal));

        Assert.Equal(ExitCode.TestsFailed, call.Run("run", "--cov", "--cov-report=term-missing", "--cov-fail-under=100", "."));

        Assert.Contains(
            """
            Name            Stmts   Miss  Cover   Missing
            ---------------------------------------------
            One.cs[1]           3      0   100%
            One.cs[2]           1      0   100%
            One.cs[3]           1      0   100%
            sub/Two.cs[1]       3      1    67%   5
            sub/Two.cs[2]       1      0   100%
            sub/Two.cs[3]       1      0   100%
            ---------------------------------------------
            TOTAL              10      1    90%
            FAIL Required test coverage of 100% not reached. Total coverage: 90.00%
            """.ReplaceLineEndings("\n"),
            call.Out,
            StringComparison.Ordinal);
        Assert.Single(call.Out.Split("tests coverage")[1..]);
        Assert.True(File.Exists(Path.Combine(call.Folder.Root, ".coverage.json")));
        Assert.False(File.Exists(Path.Combine(call.Folder.Root, "sub", ".coverage.json")));
    }

    [Fact]
    public void A_configuration_beside_the_command_counts()
    {
        using var call = new ToolCall().Notebook("One.cs", Notebook);
        File.WriteAllText(Path.Combine(call.Folder.Root, "pyproject.toml"), "[tool.coverage.run]\nbranch = true\n[tool.coverage.report]\nomit = ['*[[][23]]']\n");

        Assert.Equal(ExitCode.Ok, call.Run("run", "--cov", "One.cs"));

        Assert.Contains("One.cs[1]       3      0      2      0   100%\n----", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_configuration_of_the_command_counts_in_notebooks_of_other_folders()
    {
        using var call = new ToolCall().Notebook("sub/One.cs", "// %%\n%%ipytest -q\nint F(int n)\n{\n    if (n > 5)\n        throw new InvalidOperationException();\n    return n;\n}\nvoid test_f() => Assert(F(1) == 1);\n");
        File.WriteAllText(Path.Combine(call.Folder.Root, ".coveragerc"), "[report]\nexclude_also = throw new\n");
        File.WriteAllText(Path.Combine(call.Folder.Root, "sub", ".coveragerc"), "[report]\nexclude_also = return n\n");

        Assert.Equal(ExitCode.Ok, call.Run("run", "--cov", "sub/One.cs"));

        Assert.Contains("sub/One.cs[1]       3      0   100%", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_configuration_is_told_before_anything_runs()
    {
        using var call = new ToolCall().Notebook("One.cs", Notebook);
        File.WriteAllText(Path.Combine(call.Folder.Root, ".coveragerc"), "[run]\nbranch = perhaps\n");

        Assert.Equal(ExitCode.UsageError, call.Run("run", "--cov", "One.cs"));

        Assert.Contains(".coveragerc:2: [run] branch: not a boolean: 'perhaps' (write true or false)", call.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("In[1]", call.Out, StringComparison.Ordinal);
    }
}
