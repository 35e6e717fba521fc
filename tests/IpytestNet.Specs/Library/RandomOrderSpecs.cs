using System.Text.RegularExpressions;
using Xunit;

namespace IpytestNet.Specs.Library;

public sealed partial class RandomOrderSpecs
{
    private const string Tests = """
        void TestA() { } [Fact] void TestB() { } void TestC() { } [Theory, InlineData(1), InlineData(2)] void TestRows(int n) { }
        public class OneTests { [Fact] public void X() { } [Fact] public void Y() { } [Fact] public void Z() { } }
        public class TwoTests { [Fact] public void X() { } public class Inner { [Fact] public void P() { } [Fact] public void Q() { } } [Fact] public void Y() { } }
        """;

    [Fact]
    public void The_same_seed_gives_the_same_order_and_another_one_another()
    {
        using var notebook = new LiveNotebook().Given(Tests);
        var defined = notebook.Run("Ipytest.Run(\"-v\");").Results();

        var seven = notebook.Run("Ipytest.Run(\"-v --random-order=7\");").Results();
        var again = notebook.Run("Ipytest.Run(\"-v --random-order=7\");").Results();
        var eight = notebook.Run("Ipytest.Run(\"-v --random-order=8\");").Results();

        Assert.Equal(seven, again);
        Assert.Distinct([defined, seven, eight]);
        Assert.Equal(defined.Split(", ").Order(), seven.Split(", ").Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(42)]
    public void The_tests_of_a_class_stay_together(int seed)
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var order = notebook.Run($"Ipytest.Run(\"-v --random-order={seed}\");").Results().Split(", ");

        Assert.Matches(@"^[^12]*(111[^12]*2222|2222[^12]*111)[^12]*$", string.Concat(order.Select(test => test.StartsWith("One", StringComparison.Ordinal) ? '1' : test.StartsWith("Two", StringComparison.Ordinal) ? '2' : '.')));
        Assert.Contains("##", string.Concat(order.Select(test => test.Contains("Inner", StringComparison.Ordinal) ? '#' : '.')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--random-order=7")]
    [InlineData("--random-order=7 -q")]
    [InlineData("--random-order=7 -v")]
    public void The_seed_is_printed(string arguments)
    {
        using var notebook = new LiveNotebook().Given(Tests);

        Assert.Contains("random-order: seed 7\n", notebook.Run($"Ipytest.Run(\"{arguments}\");").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seed_that_was_drawn_gives_the_order_again()
    {
        using var notebook = new LiveNotebook().Given(Tests);

        var drawn = notebook.Run("Ipytest.Run(\"-v\", \"--random-order\");");
        var seed = Seed().Match(drawn.Text).Groups[1].Value;

        Assert.Equal(drawn.Results(), notebook.Run($"Ipytest.Run(\"-v --random-order={seed}\");").Results());
    }

    [GeneratedRegex(@"random-order: seed (\d+)\n")]
    private static partial Regex Seed();
}
