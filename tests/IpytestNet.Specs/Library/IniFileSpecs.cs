using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class IniFileSpecs
{
    private const string Tests = "void TestAdd() { } void TestSub() { } [XFail(\"bug 1\")] void TestBug() { } [XFail(\"bug 2\", Strict = false)] void TestOther() { }";

    [Fact]
    public void Its_arguments_come_before_those_that_are_configured()
    {
        using var folder = new NotebookFolder().With("ipytest.ini", "# of this folder\n[ipytest]\naddopts = -k \"add or\n    sub\"\n    -rA\n; done\n");
        var notebook = folder.Open().Given(Tests);

        Assert.Contains("PASSED Notebook.ipynb::TestAdd\nPASSED Notebook.ipynb::TestSub\n2 passed, 2 deselected in", notebook.Run("Ipytest.Run();").Text, StringComparison.Ordinal);
        Assert.Contains("1 passed, 3 deselected in", notebook.Run("Ipytest.Run(\"-k add\");").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_file_from_the_notebooks_folder_up_counts_and_the_header_names_it()
    {
        using var folder = new NotebookFolder().With("ipytest.ini", "[ipytest]\naddopts = -k add\n").With("sub/deep/ipytest.ini", "[ipytest]\naddopts = -k sub\n");

        var above = folder.Open("sub/Notebook.ipynb").Given(Tests).Run("Ipytest.Run(\"-v\");");
        var own = folder.Open("sub/deep/Notebook.ipynb").Given(Tests).Run("Ipytest.Run(\"-v\");");

        Assert.Equal("TestAdd PASSED", above.Results());
        Assert.Contains($"\nrootdir: {folder.Root}\nconfigfile: ipytest.ini\ncachedir: .ipytest_cache\n", above.Text, StringComparison.Ordinal);
        Assert.Equal("TestSub PASSED", own.Results());
        Assert.Contains($"\nrootdir: {folder.PathOf("sub/deep")}\nconfigfile: ipytest.ini\n", own.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_written_later_counts_for_the_next_run()
    {
        using var folder = new NotebookFolder();
        var notebook = folder.Open().Given(Tests);

        Assert.Contains("2 passed, 2 xpassed in", notebook.Run("Ipytest.Run();").Text, StringComparison.Ordinal);
        folder.With("ipytest.ini", "[ipytest]\nxfail_strict = true\n");

        var seen = notebook.Run("Ipytest.Run(\"-v\")");

        Assert.Contains("[XPASS(strict)] bug 1", seen.Text, StringComparison.Ordinal);
        Assert.Contains(" 1 failed, 2 passed, 1 xpassed in", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_nobody_knows_is_a_warning_with_file_line_and_key()
    {
        using var folder = new NotebookFolder().With("ipytest.ini", "[ipytest]\naddopts =\nadopts = -v\n[other]\nfree = yes\n");

        var seen = folder.Open().Given(Tests).Run("Ipytest.Run();");

        Assert.Contains($"\n{folder.PathOf("ipytest.ini")}:3: Unknown config option: adopts (known are addopts, ", seen.Text, StringComparison.Ordinal);
        Assert.Contains(" 1 warning in ", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[ipytest]\naddopts -v\n", ":2: unexpected line: 'addopts -v'")]
    [InlineData("addopts = -v\n", ":1: no section header defined before 'addopts'")]
    [InlineData("[ipytest\n", ":1: unexpected line: '[ipytest'")]
    [InlineData("[ipytest]\n  -v\n", ":2: unexpected value continuation: '-v'")]
    [InlineData("[ipytest]\ntimeout = 1\ntimeout = 2\n", ":3: duplicate name 'timeout'")]
    [InlineData("[ipytest]\n[ipytest]\n", ":2: duplicate section 'ipytest'")]
    [InlineData("[ipytest]\ntimeout = soon\n", ":2: timeout: invalid float value: 'soon'")]
    [InlineData("[ipytest]\nxfail_strict = perhaps\n", ":2: xfail_strict: invalid truth value 'perhaps'")]
    [InlineData("[ipytest]\n\naddopts = -k 'add\n", ":3: No closing quotation")]
    public void A_malformed_file_is_a_usage_error_that_names_the_line(string text, string problem)
    {
        using var folder = new NotebookFolder().With("ipytest.ini", text);

        var seen = folder.Open().Given(Tests).Run("Ipytest.Run()");

        Assert.StartsWith($"ERROR: {folder.PathOf("ipytest.ini")}{problem}", seen.ErrorText, StringComparison.Ordinal);
        Assert.Equal("ExitCode.UsageError", seen.Value);
    }

    [Fact]
    public void Of_wrong_arguments_in_it_the_error_names_the_file()
    {
        using var folder = new NotebookFolder().With("ipytest.ini", "[ipytest]\naddopts = --fooo\n");

        var seen = folder.Open().Given(Tests).Run("Ipytest.Run();");

        Assert.EndsWith($"%%ipytest: error: unrecognized arguments: --fooo\n  inifile: {folder.PathOf("ipytest.ini")}\n", seen.ErrorText, StringComparison.Ordinal);
    }
}
