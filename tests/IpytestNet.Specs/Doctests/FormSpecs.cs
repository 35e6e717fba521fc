using Xunit;

namespace IpytestNet.Specs.Doctests;

/// <summary>The forms in which examples may be written.</summary>
public sealed class FormSpecs
{
    [Theory]
    [InlineData(">>> Add(1, 2)\n3")]
    [InlineData(">>> Add(1, 2);")]
    [InlineData(">>> var x = Add(1, 2);\n>>> x\n3")]
    [InlineData(">>> Add(\n...     1,\n...     2)\n3")]
    [InlineData(">>> foreach (var i in new[] { 1, 2 })\n... {\n...     Console.WriteLine(i);\n... }\n1\n2")]
    [InlineData("  >>> Add(1, 2)\n  3")]
    [InlineData(">>> Add(1, 2)\n3\n\nThe end.")]
    [InlineData("> Add(1, 2)\n3")]
    [InlineData("> var x = 1;\n> Add(x,\n. 2)\n3")]
    [InlineData(">>> // only a comment\n>>>\n>>> Add(1, 2) // and one here\n3")]
    [InlineData(">>> int Twice(int x) => 2 * x;\n>>> Twice(4)\n8")]
    [InlineData(">>> using System.Text;\n>>> new StringBuilder(\"a\").Append('b')\nab")]
    [InlineData(">>> await Task.FromResult(7)\n7")]
    [InlineData(">>> await Task.Delay(1);")]
    [InlineData(">>> Console.WriteLine(\"a\"); Add(1, 1)\na\n2")]
    [InlineData(">>> Assert(Add(1, 2) == 3);\n>>> Assert.Equal(3, Add(1, 2));")]
    public void Prompts(string code) => Passes(code);

    [Theory]
    [InlineData(">>> true\ntrue")]
    [InlineData(">>> true\nTrue")]
    [InlineData(">>> \"abc\"\n\"abc\"")]
    [InlineData(">>> \"abc\"\nabc")]
    [InlineData(">>> 'c'\n'c'")]
    [InlineData(">>> 'c'\nc")]
    [InlineData(">>> \"a\\nb\"\na\nb")]
    [InlineData(">>> \"a\\nb\"\n\"a\\nb\"")]
    [InlineData(">>> 1.5m\n1.5")]
    [InlineData(">>> (string)null\nnull")]
    [InlineData(">>> (string)null")]
    [InlineData(">>> new[] { 1, 2 }\n[1, 2]")]
    [InlineData(">>> new[] { 1, 2 }\nint[2] { 1, 2 }")]
    [InlineData(">>> new List&lt;string> { \"a\" }\nList<string>(1) { \"a\" }")]
    [InlineData(">>> new Dictionary&lt;string, int> { [\"a\"] = 1 }\nDictionary<string, int>(1) { { \"a\", 1 } }")]
    [InlineData(">>> new List&lt;int>()\nSystem.Collections.Generic.List`1[System.Int32]")]
    [InlineData(">>> Enumerable.Range(1, 3)\n[1, 2, 3]")]
    [InlineData(">>> Enumerable.Range(1, 12)\n[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]")]
    [InlineData(">>> (1, \"a\")\n(1, \"a\")")]
    [InlineData(">>> (1, \"a\")\n(1, a)")]
    [InlineData(">>> new Item(\"tea\", 2)\nItem { Name = \"tea\", Count = 2 }")]
    [InlineData(">>> new Item(\"tea\", 2)\nItem { Name = tea, Count = 2 }")]
    [InlineData(">>> Console.WriteLine(\"a\\n\\nb\")\na\n&lt;BLANKLINE&gt;\nb")]
    [InlineData(">>> Console.Write(\"no line end\")\nno line end")]
    public void A_value_is_written_as_a_notebook_or_the_console_or_C_Sharp_Interactive_prints_it(string code) => Passes(code);

    [Theory]
    [InlineData("Add(1, 2) // => 3")]
    [InlineData("Add(1, 2); // => 3")]
    [InlineData("var x = Add(1, 2); // => 3\nx + 1 // => 4")]
    [InlineData("int x = 1;\nx = 5; // => 5")]
    [InlineData("var list = new List<int>();\nlist.Add(7);\nlist.Count // => 1\nlist[0] //=> 7")]
    [InlineData("new[] { 1, 2 }\n    .Select(x => x * 2)\n    .ToArray() // => [2, 4]")]
    [InlineData("Console.WriteLine(\"hi\"); // => hi")]
    [InlineData("Console.WriteLine(\"not compared\");\nAdd(1, 2) // => 3")]
    [InlineData("var url = \"http:// => x\";\nurl.Length // => 12")]
    [InlineData("Fail(\"no\") // => Throws InvalidOperationException: no")]
    [InlineData("Add(1, 2) // => 3\nAssert(Add(2, 2) == 4);")]
    [InlineData("await Task.FromResult(1) // => 1")]
    [InlineData("using System.Text;\nnew StringBuilder(\"a\").Length // => 1")]
    public void Arrows(string code) => Passes(code);

    [Theory]
    [InlineData("Assert(Add(1, 2) == 3);")]
    [InlineData("var x = Add(1, 2);\nAssert.Equal(3, x);\nConsole.WriteLine(x);")]
    [InlineData("foreach (var i in new[] { 1, 2 })\n{\n\n    Assert(i > 0);\n}")]
    [InlineData("await Task.Delay(1);")]
    public void Blocks_that_must_simply_run(string code) => Passes(code);

    [Theory]
    [InlineData(">>> Fail(\"a b\")\nThrows InvalidOperationException: a b")]
    [InlineData(">>> Fail(\"a b\")\nThrows InvalidOperationException")]
    [InlineData(">>> Fail(\"a b\")\nThrows System.InvalidOperationException")]
    [InlineData(">>> Fail(\"a b\")\nSystem.InvalidOperationException: a b")]
    [InlineData(">>> Fail(\"a b\")\nSystem.InvalidOperationException: a b\n  + Submission#1.Fail(string)")]
    [InlineData(">>> Fail(\"a b\")\nInvalidOperationException: a b\n   at Fail(String message)")]
    [InlineData(">>> Fail(\"a\\nb\")\nThrows InvalidOperationException: a\nb")]
    [InlineData(">>> Console.WriteLine(\"before\"); Fail(\"x\")\nThrows InvalidOperationException: x")]
    [InlineData(">>> throw new OwnException(\"mine\");\nThrows OwnException: mine")]
    [InlineData(">>> \"\"[0]\nThrows IndexOutOfRangeException")]
    public void An_expected_exception_is_told_by_type_and_message(string code) => Passes(code);

    [Theory]
    [InlineData(">>> Fail(\"a\")\nThrows InvalidOperationException: b", "Expected:\n    Throws InvalidOperationException: b\nGot:\n    Throws InvalidOperationException: a\n")]
    [InlineData(">>> Fail(\"a\")\nThrows FormatException", "Expected:\n    Throws FormatException\nGot:\n    Throws InvalidOperationException\n")]
    [InlineData(">>> Fail(\"a\")\nSystem.FormatException: a", "Expected:\n    System.FormatException: a\nGot:\n    System.InvalidOperationException: a\n")]
    [InlineData(">>> Add(1, 2)\nThrows FormatException", "Expected:\n    Throws FormatException\nGot:\n    3\n")]
    [InlineData(">>> Fail(\"a\")\n3", "UNEXPECTED EXCEPTION: System.InvalidOperationException: a\n   at Fail in In[1]:line 2\n")]
    [InlineData(">>> Add(1, 2)", "Expected nothing\nGot:\n    3\n")]
    [InlineData(">>> Add(1, 2);\n3", "Expected:\n    3\nGot nothing\n")]
    [InlineData(">>> Add(1, 2)\n4", "Expected:\n    4\nGot:\n    3\n\nIn[2]:3: DocTestFailure\n")]
    [InlineData(">>> 1 == 1\nFalse", "Expected:\n    False\nGot:\n    True\n")]
    [InlineData(">>> \"one\\ntwo\"\none\nthree", "Expected:\n    one\n    three\nGot:\n    one\n    two\n")]
    [InlineData("int x = 1;\nAdd(x, 1) // => 3", "Expected:\n    3\nGot:\n    2\n\nIn[2]:4: DocTestFailure\n")]
    [InlineData("var x = Add(1, 1); // => 3", "Expected:\n    3\nGot:\n    2\n\nIn[2]:3: DocTestFailure\n")]
    [InlineData("int x = 1;\n\nAssert(x == 2);\n", "005 Assert(x == 2);\nE   Assertion failed: x == 2\nE     1 == 2\nE     where x = 1\n\nIn[2]:5: AssertionException\n")]
    [InlineData("int x = 1;\nAssert.Equal(2, x);\n", "\n\nIn[2]:4: EqualException\n")]
    [InlineData("int x = 1;\nFail(\"x\");\nx++;", "004 Fail(\"x\");\nUNEXPECTED EXCEPTION: System.InvalidOperationException: x\n   at Fail in In[1]:line 2\n   at <cell> in In[2]:line 4\n\nIn[2]:4: UnexpectedException\n")]
    [InlineData(">>> Ad(1, 2)\n3", "In[2]:3: error CS0103: The name 'Ad' does not exist in the current context\n\nIn[2]:3: CompilationError\n")]
    [InlineData("int x = 1;\nx += \"\";\nx++;", "004 x += \"\";\nIn[2]:4: error CS0029: ")]
    [InlineData(">>> Add(1,\n... two)\n3", "In[2]:4: error CS0103: ")]
    public void What_is_not_as_expected_is_told(string code, string expected)
    {
        var seen = DocumentedCell.Examine(code);

        Assert.Contains(expected, seen.Failures(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.TestsFailed, seen.Run);
    }

    [Theory]
    [InlineData(">>>Add(1, 2)\n3", "line 3 of the doctest for Notebook.F lacks blank after >>>: '>>>Add(1, 2)'")]
    [InlineData(">>> // doctest: +SKIP", "line 3 of the doctest for Notebook.F has an option directive on a line with no example: '// doctest: +SKIP'")]
    [InlineData(">>> Add(1, 2) // doctest: +FOO\n3", "line 3 of the doctest for Notebook.F has an invalid option: '+FOO' (write + or - before one of ELLIPSIS, ")]
    [InlineData(">>> Add(1, 2) // doctest: SKIP\n3", "has an invalid option: 'SKIP'")]
    [InlineData("// => 3", "line 3 of the doctest for Notebook.F tells a value of nothing: no expression stands before '// =>'")]
    [InlineData("%%ipytest\nAdd(1, 2);", "line 3 of the doctest for Notebook.F begins with a magic")]
    public void An_example_that_cannot_be_understood_is_an_error_that_says_why(string code, string expected)
    {
        var seen = DocumentedCell.Examine(code);

        Assert.Contains(expected, seen.Text, StringComparison.Ordinal);
        Assert.Contains("1 error in", seen.Text, StringComparison.Ordinal);
    }

    private static void Passes(string code)
    {
        var seen = DocumentedCell.Examine(code);

        Assert.True(seen.Run is ExitCode.Ok, seen.Text + seen.ErrorText);
    }
}
