using Xunit;

namespace IpytestNet.Specs.Library;

/// <summary>Failed assertions, and exceptions within their conditions, as a run reports them.</summary>
public sealed class AssertionReportSpecs
{
    private const string Helpers = """
        string s = null;
        void Check() { Assert(s.Length == 1); }
        class Settings { public static int Port; static Settings() { string t = null; Assert(t.Length == 1); } }
        """;

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    [Theory]
    [InlineData("void TestBad() { Assert(1 + s?.Length == 2); }")]
    [InlineData("[Fact] void TestBad() { Assert(1 + s?.Length == 2); }")]
    [InlineData("public class T { [Fact] public void TestBad() { string s = null; Assert(1 + s?.Length == 2); } }")]
    [InlineData("async Task TestBad() { await Task.Yield(); Assert(1 + s?.Length == 2); }")]
    public void A_failed_assertion_is_a_failure_and_its_first_line_is_in_the_summary(string test)
    {
        using var notebook = new LiveNotebook().Given("string s = null;");

        var seen = notebook.Run($"%%ipytest\n{test}");

        Assert.Equal(ExitCode.TestsFailed, seen.Run);
        Assert.Contains("TestBad - Assertion failed: 1 + s?.Length == 2\n", seen.Text, StringComparison.Ordinal);
        Assert.Contains("\n1 failed in ", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ERROR", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("AssertionException: ", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("void TestBad() { Check(); }")]
    [InlineData("[Fact] void TestBad() { Check(); }")]
    [InlineData("[Fact] async Task TestBad() { await Task.Yield(); Check(); }")]
    [InlineData("public class T { [Fact] public void TestBad() { string s = null; Assert(s.Length == 1); } }")]
    [InlineData("void TestBad() { Task.Run(Check).Wait(); }")]
    [InlineData("[Fact] void TestBad() { Task.Run(Check).Wait(); }")]
    [InlineData("void TestBad() { Settings.Port++; }")]
    [InlineData("[Fact] void TestBad() { Settings.Port++; }")]
    [InlineData("[Fact] void TestBad() { ((Action)Check).Method.Invoke(((Action)Check).Target, null); }")]
    public void What_was_evaluated_of_a_condition_is_reported_with_its_exception(string test)
    {
        using var notebook = new LiveNotebook().Given(Helpers);

        var seen = notebook.Run($"%%ipytest --tb=short\n{test}\nvoid TestOther() => throw new NullReferenceException();");
        // A static constructor runs once.
        using var another = new LiveNotebook().Given(Helpers);
        var native = another.Run($"%%ipytest --tb=native\n{test}");

        Assert.Matches(@"E   System\.NullReferenceException: Object reference not set to an instance of an object\.\nE   while evaluating: .*\.Length == 1\)?\nE     evaluated so far:.*\n", seen.Text);
        Assert.Equal(1, Occurrences(seen.Text, "while evaluating"));
        Assert.Contains("TestBad - System.NullReferenceException: Object reference not", seen.Text, StringComparison.Ordinal);
        Assert.Matches(@"System\.NullReferenceException: Object reference not set to an instance of an object\.\nwhile evaluating: .*\n  evaluated so far:.*\n   at ", native.Text);
    }

    [Theory]
    [InlineData("Check();", 0)]
    [InlineData("Task.Run(Check).Wait();", 1)]
    [InlineData("Settings.Port++;", 1)]
    [InlineData("((Action)Check).Method.Invoke(((Action)Check).Target, null);", 1)]
    public void The_error_of_a_cell_shows_it_too(string code, int depth)
    {
        using var notebook = new LiveNotebook().Given(Helpers);

        var seen = notebook.Run(code);

        var arrow = depth > 0 ? "---> " : "";
        Assert.Matches($@"(^|\n){arrow}System\.NullReferenceException: Object reference not set to an instance of an object\.\nwhile evaluating: .*\n  evaluated so far:.*\n   at ", seen.ErrorShown);
        Assert.DoesNotContain("while evaluating", seen.Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "9, ... 90 more]")]
    [InlineData("-v", "49, ... 50 more]")]
    [InlineData("-vv", "98, 99]")]
    public void Verbosity_says_how_much_is_shown_of_values(string arguments, string end)
    {
        using var notebook = new LiveNotebook().Given("Ipytest.AutoConfig();", "var xs = Enumerable.Range(0, 100).ToArray();");

        var seen = notebook.Run($$"""
            %%ipytest {{arguments}}
            void Fail() { Assert(xs == null); }
            void TestPlain() { Fail(); }
            async Task TestAwaiting() { await Task.Delay(1); Fail(); }
            void TestOnThread() { Exception thrown = null; var thread = new Thread(() => { try { Fail(); } catch (Exception e) { thrown = e; } }); thread.Start(); thread.Join(); throw thrown; }
            void TestInTask() { Task.Run(Fail).GetAwaiter().GetResult(); }
            [Fact] void TestOfXunit() { Fail(); }
            [Fact] async Task TestOfXunitAwaiting() { await Task.Delay(1); Fail(); }
            """);
        var after = notebook.Run("Assert(xs == null);");

        var lines = seen.Text.Split('\n').Where(line => line.StartsWith('E') && line.Contains("xs = [0, 1", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, lines.Count);
        Assert.All(lines, line => Assert.EndsWith(end, line, StringComparison.Ordinal));
        Assert.Contains("9, ... 90 more]", after.ErrorShown, StringComparison.Ordinal);
    }
}
