using Xunit;

namespace IpytestNet.Specs.Assertions;

/// <summary>The forms of assertions beside <c>Assert(…)</c>: those of .NET and of other frameworks.</summary>
public sealed class AssertionFormSpecs
{
    private static readonly string NUnit = $"{ReferenceTo("nunit.framework")}\n{ReferenceTo("nunit.framework.legacy")}";
    private static readonly string MSTest = $"{ReferenceTo("MSTest.TestFramework")}\nusing Microsoft.VisualStudio.TestTools.UnitTesting;";

    [Theory]
    [InlineData("Debug.Assert(x == 4);", "")]
    [InlineData("Debug.Assert(x == 4)", "")]
    [InlineData("Debug.Assert(condition: x == 4);", "")]
    [InlineData("Trace.Assert(x == 4);", "")]
    [InlineData("System.Diagnostics.Debug.Assert(x == 4);", "")]
    [InlineData("global::System.Diagnostics.Trace.Assert(x == 4);", "")]
    [InlineData("if (x > 0) Debug.Assert(x == 4); else x = 5;", "")]
    [InlineData("void Check() => Debug.Assert(x == 4); Check();", "")]
    [InlineData("Action check = () => Debug.Assert(x == 4); check();", "")]
    [InlineData("new List<int> { 1 }.ForEach(_ => Trace.Assert(x == 4));", "")]
    [InlineData("Debug.Assert(x == 4, \"too small\");", "\n  too small")]
    [InlineData("Debug.Assert(x == 4, message: \"too small\");", "\n  too small")]
    [InlineData("Debug.Assert(x == 4, $\"{x} is too small\");", "\n  3 is too small")]
    [InlineData("Debug.Assert(x == 4, \"too small\", \"in detail\");", "\n  too small\n  in detail")]
    [InlineData("Debug.Assert(x == 4, \"too small\", \"by {0}\", 1);", "\n  too small\n  by 1")]
    public void An_assertion_of_NET_fails_the_cell_and_explains_itself(string assertion, string message)
    {
        using var notebook = new LiveNotebook().Given("using System.Diagnostics; int x = 3;");

        var seen = notebook.Run(assertion);

        Assert.Equal("AssertionException", seen.Error?.Name);
        Assert.Equal($"Assertion failed: x == 4{message}\n  3 == 4\n  where x = 3", seen.Error?.Message);
        Assert.Empty(notebook.RewritingDefects);
    }

    [Theory]
    [InlineData("Debug.Assert(x == 4, \"too small\");", "Assertion failed: x == 4\n  too small")]
    [InlineData("Trace.Assert(x == 4);", "Assertion failed: x == 4")]
    [InlineData("if (x > 0) Debug.Assert(x == 4); else x = 5;", "Assertion failed: x == 4")]
    [InlineData("Action check = () => Debug.Assert(x == 4); check();", "Assertion failed: x == 4")]
    [InlineData("object o = x; Debug.Assert(o is string s); int n = s.Length;", "Assertion failed: o is string s")]
    public void Without_rewriting_an_assertion_of_NET_fails_too(string assertion, string message)
    {
        using var notebook = new LiveNotebook().Given("using System.Diagnostics; int x = 3; Ipytest.Config(rewriteAsserts: false);");

        var seen = notebook.Run(assertion);

        Assert.Equal(message, seen.Error?.Message);
    }

    [Fact]
    public void An_assertion_of_NET_that_holds_evaluates_its_condition_once_and_its_message_not_at_all()
    {
        using var notebook = new LiveNotebook().Given("using System.Diagnostics; int conditions = 0, messages = 0;");

        var seen = notebook.Run("Debug.Assert(++conditions == 1, $\"{++messages}\"); (conditions, messages)");

        Assert.Equal("(1, 0)", seen.Value);
    }

    [Fact]
    public void A_Debug_of_the_user_is_left_alone()
    {
        using var notebook = new LiveNotebook().Given("static class Debug { public static string Assert(bool condition) => condition ? \"held\" : \"did not hold\"; }");

        var seen = notebook.Run("Debug.Assert(1 + 1 == 3)");

        Assert.Equal("\"did not hold\"", seen.Value);
    }

    [Theory]
    [InlineData("Assert.True(x == 4);", "Assert.True(x == 4)", "", "TrueException")]
    [InlineData("Xunit.Assert.True(x == 4);", "Xunit.Assert.True(x == 4)", "", "TrueException")]
    [InlineData("Assert.True(x == 4, \"too small\");", "Assert.True(x == 4)", "\n  too small", "TrueException")]
    [InlineData("Assert.True(condition: x == 4, userMessage: \"too small\");", "Assert.True(x == 4)", "\n  too small", "TrueException")]
    [InlineData("Assert.True((bool?)(x == 4));", "Assert.True((bool?)(x == 4))", "", "TrueException")]
    [InlineData("void Check() => Assert.True(x == 4); Check();", "Assert.True(x == 4)", "", "TrueException")]
    [InlineData("Assert.All(new[] { 1 }, _ => Assert.True(x == 4));", "Assert.True(x == 4)", "", "AllException")]
    public void An_assertion_of_xUnit_explains_itself_in_its_own_exception(string assertion, string text, string message, string exception)
    {
        using var notebook = new LiveNotebook().Given("int x = 3;");

        var seen = notebook.Run(assertion);

        Assert.Equal(exception, seen.Error?.Name);
        Assert.Contains($"Assertion failed: {text}{message}", seen.Error?.Message, StringComparison.Ordinal);
        Assert.Contains("x = 3", seen.Error?.Message, StringComparison.Ordinal);
        Assert.Empty(notebook.RewritingDefects);
    }

    [Theory]
    [InlineData("Assert.False(x == 3);", "x == 3")]
    [InlineData("Assert.False(x > 1 && x < 5, \"in between\");", "x > 1 && x < 5")]
    [InlineData("bool? maybe = null; Assert.False(maybe);", "maybe")]
    [InlineData("bool? maybe = null; Assert.True(maybe);", "maybe")]
    public void The_condition_of_an_assertion_is_told_as_it_stands(string assertion, string condition)
    {
        using var notebook = new LiveNotebook().Given("int x = 3;");

        var seen = notebook.Run(assertion);

        Assert.Matches($@"^Assertion failed: Assert\.(True|False)\({System.Text.RegularExpressions.Regex.Escape(condition)}\)\n", seen.Error?.Message);
        Assert.Empty(notebook.RewritingDefects);
    }

    [Fact]
    public void An_assertion_of_a_framework_that_holds_does_as_before()
    {
        using var notebook = new LiveNotebook().Given("int calls = 0; bool Holds() { calls++; return true; }");

        var seen = notebook.Run("Assert.True(Holds()); Assert.False(!Holds(), \"no\"); Assert.True((bool?)Holds()); calls");

        Assert.Equal("3", seen.Value);
    }

    [Theory]
    [InlineData("ClassicAssert.True(x == 4);", "ClassicAssert.True(x == 4)")]
    [InlineData("ClassicAssert.IsTrue(x == 4, \"too small by {0}\", 1);", "ClassicAssert.IsTrue(x == 4)")]
    [InlineData("ClassicAssert.IsFalse(x == 3);", "ClassicAssert.IsFalse(x == 3)")]
    [InlineData("NUnit.Framework.Assert.That(x == 4);", "NUnit.Framework.Assert.That(x == 4)")]
    [InlineData("NUnit.Framework.Assert.That(x == 4, \"too small\");", "NUnit.Framework.Assert.That(x == 4)")]
    [InlineData("NUnit.Framework.Assert.That(x == 4, $\"{x} is too small\");", "NUnit.Framework.Assert.That(x == 4)")]
    [InlineData("NUnit.Framework.Assert.That(x == 4, () => \"too small\");", "NUnit.Framework.Assert.That(x == 4)")]
    public void An_assertion_of_NUnit_explains_itself_in_its_own_exception(string assertion, string text)
    {
        using var notebook = new LiveNotebook().Given($"{NUnit}\nusing NUnit.Framework.Legacy;\nint x = 3;");

        var seen = notebook.Run(assertion);

        Assert.Equal("AssertionException", seen.Error?.Name);
        Assert.Contains($"Assertion failed: {text}", seen.Error?.Message, StringComparison.Ordinal);
        Assert.Contains("where x = 3", seen.Error?.Message, StringComparison.Ordinal);
        Assert.Equal(assertion.Contains("small", StringComparison.Ordinal), seen.Error?.Message.Contains("too small", StringComparison.Ordinal));
        Assert.Empty(notebook.RewritingDefects);
    }

    [Fact]
    public void Constraints_of_NUnit_are_left_to_it()
    {
        using var notebook = new LiveNotebook().Given(NUnit);

        var seen = notebook.Run("NUnit.Framework.Assert.That(1 + 1, NUnit.Framework.Is.EqualTo(3));");

        Assert.Contains("Expected: 3", seen.Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_failures_within_Multiple_of_NUnit_are_all_told()
    {
        using var notebook = new LiveNotebook().Given($"{NUnit}\nint x = 3;");

        var seen = notebook.Run("NUnit.Framework.Assert.Multiple(() => { NUnit.Framework.Assert.That(x == 4); NUnit.Framework.Assert.That(x == 5); });");

        Assert.Contains("3 == 4", seen.Error?.Message, StringComparison.Ordinal);
        Assert.Contains("3 == 5", seen.Error?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IsTrue(x == 4);", "IsTrue(x == 4)")]
    [InlineData("IsTrue(x == 4, \"too small\");", "IsTrue(x == 4)")]
    [InlineData("IsTrue(x == 4, $\"{x} is too small\");", "IsTrue(x == 4)")]
    [InlineData("IsFalse(x == 3);", "IsFalse(x == 3)")]
    public void An_assertion_of_MSTest_explains_itself_in_its_own_exception(string assertion, string text)
    {
        const string type = "Microsoft.VisualStudio.TestTools.UnitTesting.Assert.";
        using var notebook = new LiveNotebook().Given($"{MSTest}\nint x = 3;");

        var seen = notebook.Run(type + assertion);

        Assert.Equal("AssertFailedException", seen.Error?.Name);
        Assert.Contains($"Assertion failed: {type}{text}", seen.Error?.Message, StringComparison.Ordinal);
        Assert.Contains("where x = 3", seen.Error?.Message, StringComparison.Ordinal);
        Assert.Equal(assertion.Contains("small", StringComparison.Ordinal), seen.Error?.Message.Contains("too small", StringComparison.Ordinal));
        Assert.Empty(notebook.RewritingDefects);
    }

    private static string ReferenceTo(string library) => $"#r \"{Path.Combine(AppContext.BaseDirectory, library + ".dll")}\"";
}
