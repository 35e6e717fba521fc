using IpytestNet.Specs.Library;
using Xunit;

namespace IpytestNet.Specs.Doctests;

/// <summary>Where examples stand in documentation comments.</summary>
public sealed class CommentSpecs
{
    [Theory]
    [InlineData("/// <example><code>\n/// >>> 1 + 1\n/// 2\n/// </code></example>\nvoid F() { }")]
    [InlineData("/// <example>\n///   <code lang=\"C#\">\n///     >>> 1 + 1\n///     2\n///   </code>\n/// </example>\nvoid F() { }")]
    [InlineData("/// <example><code>1 + 1 // => 2</code></example>\nvoid F() { }")]
    [InlineData("/// <summary>Text.</summary>\n/// <example>How:<code>\n/// 1 + 1 // => 2\n/// </code> and so on</example>\nvoid F() { }")]
    [InlineData("/// <summary>\n/// ```csharp\n/// >>> 1 + 1\n/// 2\n/// ```\n/// </summary>\nvoid F() { }")]
    [InlineData("/// ```\n/// 1 + 1 // => 2\n/// ```\nvoid F() { }")]
    [InlineData("/// ~~~ cs\n/// 1 + 1 // => 2\n/// ~~~\nvoid F() { }")]
    [InlineData("/// ```c#\n/// new List<int>().Count // => 0\n/// ```\nvoid F() { }")]
    [InlineData("/// <summary>\n/// Adds.\n///\n/// >>> 1 + 1\n/// 2\n/// </summary>\nvoid F() { }")]
    [InlineData("/// <example>\n/// >>> new List&lt;int&gt;().Count\n/// 0\n/// </example>\nvoid F() { }")]
    [InlineData("/// <example><code>\n/// 1 &lt; 2 &amp;&amp; 3 &gt; 2 // =&gt; true\n/// </code></example>\nvoid F() { }")]
    [InlineData("/// <example><code><![CDATA[\n/// \"&lt;\".Length // => 4\n/// new List<int>().Count // => 0\n/// ]]></code></example>\nvoid F() { }")]
    [InlineData("/**\n * <example><code>\n * >>> 1 + 1\n * 2\n * </code></example>\n */\nvoid F() { }")]
    [InlineData("/// >>> 1 + 1\n/// 2\n[Obsolete] void F() { }")]
    [InlineData("/// >>> 1 + 1\n/// 2\nint F => 3;")]
    [InlineData("/// >>> 1 + 1\n/// 2\ndelegate void F();")]
    [InlineData("/// >>> 1 + 1\n/// 2\nrecord F(int A);")]
    [InlineData("    /// >>> 1 + 1\n    /// 2\n    void F() { }")]
    public void An_example_is_found(string cell)
    {
        using var notebook = new LiveNotebook().Given(cell);

        var seen = notebook.Run("Ipytest.Run(\"--doctest-modules -v\");");

        Assert.Equal("Notebook.F PASSED", seen.Results());
    }

    [Theory]
    [InlineData("void F() { }")]
    [InlineData("/// <summary>Text.</summary>\nvoid F() { }")]
    [InlineData("// >>> 1 + 1\n// 3\nvoid F() { }")]
    [InlineData("/// <remarks><code>not run</code></remarks>\nvoid F() { }")]
    [InlineData("/// ```json\n/// { }\n/// ```\nvoid F() { }")]
    [InlineData("/// <example><code>\n/// </code></example>\nvoid F() { }")]
    [InlineData("/// > a quote, which is no prompt\nvoid F() { }")]
    [InlineData("/// <example>Text alone.</example>\nvoid F() { }")]
    public void What_is_no_example_is_no_test(string cell)
    {
        using var notebook = new LiveNotebook().Given(cell);

        var seen = notebook.Run("Ipytest.Run(\"--doctest-modules -v\");");

        Assert.Equal("", seen.Results());
        Assert.Equal(ExitCode.NoTestsCollected, seen.Run);
    }

    [Fact]
    public void Types_and_their_members_have_examples_under_their_full_names_in_the_order_of_their_definition()
    {
        using var notebook = new LiveNotebook().Given("""
            /// >>> new Box().Size
            /// 1
            class Box
            {
                /// >>> new Box().Size
                /// 1
                public Box() { }

                /// >>> new Box().Size
                /// 1
                public int Size { get; } = 1;

                /// >>> new Box()[4]
                /// 4
                public int this[int i] => i;

                /// >>> (new Box() + new Box()).Size
                /// 1
                public static Box operator +(Box a, Box b) => a;

                /// >>> new Box.Lid().Open()
                /// "open"
                public class Lid
                {
                    /// >>> new Box.Lid().Open()
                    /// "open"
                    public string Open() => "open";
                }
            }

            enum Color
            {
                /// >>> Color.Red
                /// Color.Red
                Red,
            }

            /// >>> Area()
            /// 2
            int Area() => 2;
            """);

        var seen = notebook.Run("Ipytest.Run(\"--doctest-modules -v\");");

        Assert.Equal(
            "Notebook.Box PASSED, Notebook.Box.Box PASSED, Notebook.Box.Size PASSED, Notebook.Box.this[] PASSED, Notebook.Box.operator+ PASSED, "
            + "Notebook.Box.Lid PASSED, Notebook.Box.Lid.Open PASSED, Notebook.Color.Red PASSED, Notebook.Area PASSED",
            seen.Results());
    }

    [Fact]
    public void Overloads_are_kept_apart()
    {
        using var notebook = new LiveNotebook().Given("/// >>> F(1)\n/// 1\nint F(int x) => x;\n/// >>> F(\"a\")\n/// \"a\"\nstring F(string x) => x;");

        Assert.Equal("Notebook.F PASSED, Notebook.F#2 PASSED", notebook.Run("Ipytest.Run(\"--doctest-modules -v\");").Results());
    }

    [Fact]
    public void The_blocks_of_one_comment_share_their_variables_and_those_of_two_do_not()
    {
        using var notebook = new LiveNotebook().Given(
            "/// ```\n/// var x = 1;\n/// ```\n/// then\n/// ```\n/// x // => 1\n/// ```\nvoid F() { }\n\n/// >>> x\n/// 1\nvoid G() { }");

        var seen = notebook.Run("Ipytest.Run(\"--doctest-modules -v\");");

        Assert.Equal("Notebook.F PASSED, Notebook.G FAILED", seen.Results());
        Assert.Contains("The name 'x' does not exist", seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_a_cell_loads_have_examples_too()
    {
        using var folder = new Documents.TemporaryFolder();
        var path = folder.Write("tools.csx", "/// >>> Twice(2)\n/// 5\nint Twice(int x) => 2 * x;");
        using var notebook = new LiveNotebook().Given($"#load \"{path}\"");

        var seen = notebook.Run("Ipytest.Run(\"--doctest-modules\");");

        Assert.Contains("tools.csx:1: DocTestFailure", seen.Text, StringComparison.Ordinal);
    }
}
