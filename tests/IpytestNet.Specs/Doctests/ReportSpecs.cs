using System.Text.RegularExpressions;
using Xunit;

namespace IpytestNet.Specs.Doctests;

/// <summary>What a person sees of examples that fail.</summary>
public sealed partial class ReportSpecs
{
    private const string Cell = """
        record Item(string Name, int Count);

        /// <summary>Adds up the items of one name.</summary>
        /// <example>
        /// <code>
        /// >>> var cart = new List&lt;Item> { new("tea", 2), new("tea", 1) };
        /// >>> Merge(cart).Count
        /// 2
        /// >>> Merge(cart)
        /// [Item { Name = "tea", Count = 4 }]
        /// </code>
        /// </example>
        List<Item> Merge(List<Item> items) => [.. items.GroupBy(i => i.Name).Select(same => new Item(same.Key, same.Sum(i => i.Count)))];

        /// <example>
        /// <code>
        /// var lines = Table(3);
        /// Assert(lines.Length == 4);
        /// </code>
        /// </example>
        string[] Table(int rows) => [.. Enumerable.Range(1, rows).Select(row => $"row {row}")];

        /// <example>
        /// <code>
        /// >>> Print(4)
        /// row 1
        /// row two
        /// row 3
        /// row 4
        /// </code>
        /// </example>
        void Print(int rows) => Console.WriteLine(string.Join('\n', Table(rows)));

        /// ```
        /// Parse("17") // => 17
        /// Parse("x") // => 0
        /// ```
        int Parse(string text) => int.Parse(text);

        /// >>> Pars("x")
        /// 0
        void Misspelt() { }
        """;

    [Theory]
    [InlineData("", "In_full")]
    [InlineData("--tb=short -v", "Shortly_and_verbosely")]
    [InlineData("--tb=line", "In_a_line_each")]
    [InlineData("--doctest-continue-on-failure --tb=native", "Natively_and_going_on")]
    public void Failures_are_shown(string arguments, string title)
    {
        using var notebook = new LiveNotebook().Given(Cell);

        var seen = notebook.Run($"Ipytest.Run(\"--doctest-modules {arguments}\");");

        ApprovedText.Verify(Time().Replace(Header().Replace(seen.Text, "${what} ..."), "in 0.00s"), title);
    }

    [GeneratedRegex(@"in \d+\.\d\ds")]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?<what>platform|rootdir:).*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Header();
}
