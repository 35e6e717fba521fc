using Xunit;

namespace IpytestNet.Specs.Kernel.Completion;

/// <summary>What is offered in lines that are no C#.</summary>
public sealed class MagicCompletionSpecs(CompletionNotebook completed) : IClassFixture<CompletionNotebook>
{
    [Theory]
    [InlineData("%¦", "%%ipytest %%time %%writefile")]
    [InlineData("%%¦", "%%ipytest %%time %%writefile")]
    [InlineData("%%ip¦", "%%ipytest !%%time")]
    [InlineData("#!ti¦", "#!time")]
    [InlineData("#!¦", "#!ipytest #!time #!writefile")]
    [InlineData("\n%%ip¦", "%%ipytest")]
    [InlineData("#!csharp\n%%ip¦", "%%ipytest")]
    [InlineData("%%ip¦\nvar x = 1;", "%%ipytest")]
    public void The_magics_of_the_notebook(string cell, string names) => CellWithCursor.Offers(completed.Notebook, cell, names);

    [Theory]
    [InlineData("%%ipytest --co¦", "--co --collect-only --color !--maxfail")]
    [InlineData("%%ipytest -v --max¦\n", "--maxfail")]
    [InlineData("%%ipytest -¦", "-k -m -x --lf --junit-xml")]
    [InlineData("%%ipytest --fun¦", "--funcargs")]
    [InlineData("#!ipytest --tr¦", "--trx")]
    [InlineData("%%time --co¦", "!--co")]
    [InlineData("%%ipytest ¦", "!--co !list")]
    public void The_options_of_the_magic_in_all_spellings(string cell, string names) => CellWithCursor.Offers(completed.Notebook, cell, names);

    [Theory]
    [InlineData("// ipytest: ra¦", "raiseOnError:")]
    [InlineData("// ipytest: ¦", "raiseOnError: addopts: display:")]
    [InlineData("%%ipytest\n// ipytest: raiseOnError: true, ad¦", "addopts: !raiseOnError:")]
    [InlineData("# ipytest: de¦", "defopts:")]
    [InlineData("// ipytest: raiseOnError: tr¦", "!true !raiseOnError:")]
    public void The_settings_of_a_run(string cell, string names) => CellWithCursor.Offers(completed.Notebook, cell, names);

    [Theory]
    [InlineData("%%ipytest\nlist.¦", "Count")]
    [InlineData("%%ipytest -q\n// ipytest: raiseOnError: true\nvoid test_a() { Assert(list.¦", "Count")]
    [InlineData("#!csharp\nlist.¦", "Count")]
    [InlineData("%%time\nlis¦", "list")]
    [InlineData("%%writefile a.cs\nlis¦", "!list")]
    [InlineData("var x = 1;\n%%ip¦", "!%%ipytest")]
    public void The_code_below_a_magic_is_C_sharp_unless_the_magic_takes_it_as_text(string cell, string names) =>
        CellWithCursor.Offers(completed.Notebook, cell, names);

    [Theory]
    [InlineData("#¦", "#r #load #if #region #pragma")]
    [InlineData("#lo¦", "#load")]
    [InlineData("var x = 1;\n#en¦", "#endif #endregion")]
    public void Directives(string cell, string names) => CellWithCursor.Offers(completed.Notebook, cell, names);

    [Fact]
    public void An_option_goes_with_its_line_of_the_help()
    {
        var list = CellWithCursor.In(completed.Notebook, "%%ipytest --collect-o¦");

        Assert.Equal((10, 21), (list.Start, list.End));
        Assert.Equal("List the selected tests and run none.", Assert.Single(list.Items).Signature);
    }
}
