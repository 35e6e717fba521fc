using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class MarkerSpecs
{
    private const string Tests = """
        [Fact, Mark("slow")] void TestWaits() { }
        [Mark("slow"), Mark("db")] void TestPlain() { }
        [Theory, InlineData(1), InlineData(2), Trait("speed", "fast")] void TestRows(int n) { }
        [Fact, Skip("later")] void TestLater() { }
        [Fact, SkipIf("false")] void TestMaybe() { }
        [XFail("bug 7")] void TestBug() => Assert(false);
        [Fact(Skip = "not yet")] void TestNotYet() { }
        [Mark("api")] public abstract class ApiTests { [Fact] public void Answers() { } }
        [Mark("outer")] public class OuterTests : ApiTests { [Mark("inner")] public class Inner { [Fact, Mark("Slow")] public void Deep() { } } }
        """;

    private const string All = "TestWaits, TestPlain, TestRows(n: 1), TestRows(n: 2), TestLater, TestMaybe, TestBug, TestNotYet, OuterTests::Answers, OuterTests::Inner::Deep";

    [Fact]
    public void M_picks_tests_by_their_markers_and_those_of_the_classes_around_them()
    {
        using var notebook = new LiveNotebook().Given(Tests);

        Assert.Multiple(
            () => Assert.Equal("TestWaits, TestPlain", Listed("-m slow")),
            () => Assert.Equal("OuterTests::Inner::Deep", Listed("-m Slow")),
            () => Assert.Equal("", Listed("-m slo")),
            () => Assert.Equal("TestPlain", Listed("-m 'slow and db'")),
            () => Assert.Equal("TestWaits", Listed("-m 'slow and not (db or api)'")),
            () => Assert.Equal("TestRows(n: 1), TestRows(n: 2)", Listed("-m speed")),
            () => Assert.Equal("TestRows(n: 1), TestRows(n: 2)", Listed("-m fast")),
            () => Assert.Equal("TestRows(n: 1), TestRows(n: 2)", Listed("-m parametrize")),
            () => Assert.Equal("TestLater, TestNotYet", Listed("-m skip")),
            () => Assert.Equal("TestMaybe", Listed("-m skipif")),
            () => Assert.Equal("TestBug", Listed("-m xfail")),
            () => Assert.Equal("OuterTests::Answers, OuterTests::Inner::Deep", Listed("-m api")),
            () => Assert.Equal("OuterTests::Answers, OuterTests::Inner::Deep", Listed("-m outer")),
            () => Assert.Equal("OuterTests::Inner::Deep", Listed("-m inner")),
            () => Assert.Equal("", Listed("-m Mark")),
            () => Assert.Equal(All, Listed("-m ''")));

        string Listed(string arguments) => notebook.Run($"Ipytest.Run(\"--co -q {arguments}\");").Listed();
    }

    [Theory]
    [InlineData("-k slow", "TestWaits, TestPlain, OuterTests::Inner::Deep")]
    [InlineData("-k 'DB or inner'", "TestPlain, OuterTests::Inner::Deep")]
    [InlineData("-k mark", "")]
    [InlineData("-k speed -m fast", "TestRows(n: 1), TestRows(n: 2)")]
    public void K_knows_markers_too_in_upper_and_lower_case(string arguments, string expected)
    {
        using var notebook = new LiveNotebook().Given(Tests);

        Assert.Equal(expected, notebook.Run($"Ipytest.Run(\"--co -q {arguments}\");").Listed());
    }

    [Theory]
    [InlineData("-m 'slow and'", "Wrong expression passed to '-m': slow and: at column 9: expected not OR left parenthesis OR identifier; got end of input")]
    [InlineData("-m 'a or (b'", "Wrong expression passed to '-m': a or (b: at column 8: expected right parenthesis; got end of input")]
    [InlineData("-m 'not slow(x=1)'", "Wrong expression passed to '-m': not slow(x=1): at column 5: arguments of a marker, as in slow(…), are not available; write slow alone")]
    [InlineData("-m 'slow!'", "Wrong expression passed to '-m': slow!: at column 5: unexpected character \"!\"")]
    public void A_wrong_expression_is_told_with_its_column(string arguments, string message)
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var seen = notebook.Run($"Ipytest.Run(\"{arguments}\");");

        Assert.Equal($"ERROR: {message}\n", seen.ErrorText);
        Assert.Equal(ExitCode.UsageError, seen.Run);
        Assert.Equal("", seen.Text);
    }

    [Fact]
    public void Markers_are_listed_those_of_the_ini_file_first()
    {
        using var folder = new NotebookFolder().With("ipytest.ini", "[ipytest]\nmarkers =\n    slow: marks tests as slow\n    db(name): needs the database\n    bare\n");

        var seen = folder.Open().Run("Ipytest.Run(\"--markers\")");

        Assert.StartsWith(
            "[Mark(\"slow\")]: marks tests as slow\n\n[Mark(\"db\")]: needs the database\n\n[Mark(\"bare\")]:\n\n[Skip(reason)]: skip the given test function ",
            seen.Text,
            StringComparison.Ordinal);
        Assert.Contains("\n\n[Theory]: call a test function multiple times ", seen.Text, StringComparison.Ordinal);
        Assert.Equal("ExitCode.Ok", seen.Value);
    }

    [Fact]
    public void With_strict_markers_a_marker_that_nobody_has_registered_is_an_error_and_nothing_runs()
    {
        using var folder = new NotebookFolder().With("ipytest.ini", "[ipytest]\nmarkers =\n    fast: is fast\n");
        var notebook = folder.Open().Given(
            "[Fact, Mark(\"fast\")] void TestFast() => Console.WriteLine(\"ran\"); [Theory, InlineData(1), InlineData(2), Mark(\"slwo\")] void TestRows(int n) { }");

        var seen = notebook.Run("Ipytest.Run(\"--strict-markers\")");
        var spoken = notebook.Run("Ipytest.Run(\"--strict-markers -v\")");

        ApprovedText.Verify(Durations.Hide(seen.Text).Replace(folder.Root, "/notebooks", StringComparison.Ordinal));
        Assert.Equal("ExitCode.Interrupted", seen.Value);
        Assert.Contains("collected 0 items / 1 error\n", spoken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void With_strict_markers_what_is_registered_or_built_in_or_a_trait_is_fine()
    {
        using var folder = new NotebookFolder().With("ipytest.ini", "[pytest]\naddopts = --strict-markers\nmarkers = slow\n db\n api\n outer\n inner\n Slow\n");

        var seen = folder.Open().Given(Tests).Run("Ipytest.Run()");

        Assert.Equal("ExitCode.Ok", seen.Value);
        Assert.Contains("7 passed, 2 skipped, 1 xfailed in ", seen.Text, StringComparison.Ordinal);
    }
}
