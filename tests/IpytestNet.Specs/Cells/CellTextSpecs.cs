using IpytestNet.Cells;
using Xunit;

namespace IpytestNet.Specs.Cells;

public sealed class CellTextSpecs
{
    [Theory]
    [InlineData("%%ipytest", "ipytest", "", 1)]
    [InlineData("#!ipytest", "ipytest", "", 1)]
    [InlineData("%%ipytest -k 'a and b' -x \nint x;", "ipytest", "-k 'a and b' -x", 1)]
    [InlineData("#!time\r\nint x;", "time", "", 1)]
    [InlineData("\n  \n%%ipytest -v\nint x;", "ipytest", "-v", 3)]
    [InlineData("#!csharp\n#!ipytest -v\nint x;", "ipytest", "-v", 2)]
    [InlineData("%%my-magic.x a%%b", "my-magic.x", "a%%b", 1)]
    public void A_cell_begins_with_a_magic(string text, string name, string arguments, int line) =>
        Assert.Equal(new MagicLine(name, arguments, line), CellText.Parse(text).Magic);

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("int x;\n%%ipytest")]
    [InlineData("// %%ipytest")]
    [InlineData("%% a part of a script")]
    [InlineData("%time Foo()")]
    [InlineData("#!/usr/bin/env dotnet\nint x;")]
    [InlineData("  %%ipytest")]
    [InlineData("x %% ipytest")]
    public void What_is_no_magic_stays_in_the_body(string text)
    {
        var cell = CellText.Parse(text);

        Assert.Null(cell.Magic);
        Assert.Equal(text, cell.Body);
    }

    [Theory]
    [InlineData("%%ipytest -v\nint x;\n", "            \nint x;\n")]
    [InlineData("%%ipytest\r\n\r\nint x;", "         \r\n\r\nint x;")]
    [InlineData("\n#!ipytest\n", "\n         \n")]
    [InlineData("#!csharp\nint x;", "        \nint x;")]
    [InlineData("#!c#  \r\nint x;", "      \r\nint x;")]
    [InlineData("#!cs\n%%time\nint x;", "    \n      \nint x;")]
    [InlineData("# ipytest: clean=False\nint x;", "                      \nint x;")]
    [InlineData("%%ipytest\n// ipytest: clean: false\nint x;", "         \n// ipytest: clean: false\nint x;")]
    public void The_body_keeps_every_line_and_column(string text, string body) => Assert.Equal(body, CellText.Parse(text).Body);

    [Fact]
    public void The_text_stays_as_the_user_wrote_it() => Assert.Equal("%%ipytest\nint x;", CellText.Parse("%%ipytest\nint x;").Text);

    [Theory]
    [InlineData("// ipytest: raiseOnError: true", "raiseOnError: true", 1)]
    [InlineData("//ipytest:raiseOnError: true  \r\nint x;", "raiseOnError: true", 1)]
    [InlineData("# ipytest: raise_on_error=True\nint x;", "raise_on_error=True", 1)]
    [InlineData("#ipytest: raise_on_error=True\nint x;", "raise_on_error=True", 1)]
    [InlineData("%%ipytest -v\n// ipytest: clean: false\nint x;", "clean: false", 2)]
    [InlineData("\n%%ipytest\r\n# ipytest: clean=False", "clean=False", 3)]
    [InlineData("#!csharp\n// ipytest: clean: false", "clean: false", 2)]
    [InlineData("// ipytest:", "", 1)]
    public void Options_stand_on_the_first_line_or_after_the_magic(string text, string options, int line) =>
        Assert.Equal(new OptionsLine(options, line), CellText.Parse(text).Options);

    [Theory]
    [InlineData("")]
    [InlineData("\n// ipytest: clean: false")]
    [InlineData("int x;\n// ipytest: clean: false")]
    [InlineData("%%ipytest\n\n// ipytest: clean: false")]
    [InlineData("// about ipytest: clean: false")]
    [InlineData("%%ipytest")]
    public void Comments_elsewhere_are_no_options(string text) => Assert.Null(CellText.Parse(text).Options);
}
