using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace IpytestNet.Specs.Assertions;

/// <summary>An assertion, and what is known of it; <c>tests/corpora/README.md</c> tells what the fields mean.</summary>
internal sealed partial record CorpusCase
{
    private const string Statement = "/*ASSERT*/";
    private const string Expression = "/*ASSERTX*/";
    private const string Alone = $"{Statement} /*AFTER*/";

    // The assertion stands neither on the first line nor on that of its setup, so that a wrong line is seen.
    private const string LinesBefore = "\n\n\n\n";

    public required string Id { get; init; }

    public required string Category { get; init; }

    public string Setup { get; init; } = "";

    public string Host { get; init; } = Alone;

    public required string Assertion { get; init; }

    public string? Shown { get; init; }

    public bool Awaits { get; init; }

    public bool Unsafe { get; init; }

    public string? Message { get; init; }

    public string? Says { get; init; }

    public string After { get; init; } = "";

    public string Outcome { get; init; } = "false";

    public string? Exception { get; init; }

    public IReadOnlyList<string> Expected { get; init; } = [];

    public IReadOnlyDictionary<string, string> Where { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<string> MustNot { get; init; } = [];

    public IReadOnlyList<string> Bonus { get; init; } = [];

    public SideEffect? SideEffects { get; init; }

    public string? MadeTrue { get; init; }

    public string? Notes { get; init; }

    /// <summary>Whether the case is run with rewriting off too, and on other lines: what it should do is compared then, else told by its file.</summary>
    [JsonIgnore]
    public bool IsCompared { get; init; }

    /// <summary>How the case is run.</summary>
    public IEnumerable<CorpusVariant> Variants => Enum.GetValues<CorpusVariant>().Where(IsWanted);

    /// <summary>The setup of a notebook whose assertions do not explain themselves: the cells after it are concerned.</summary>
    public string PlainSetup => $"{Setup}\nIpytest.Config(rewriteAsserts: false);";

    /// <summary>Whether the condition does not hold.</summary>
    public bool IsFailing => Outcome is "false";

    /// <summary>Whether the assertion stands within other code of its cell.</summary>
    public bool IsAmidCode => Host is not Alone;

    /// <summary>Whether the cell ends with an exception.</summary>
    public bool IsErring => Outcome is not "true";

    /// <summary>The name of the exception that the cell ends with, or null.</summary>
    public string? EndsWith => Outcome switch
    {
        "true" => null,
        "false" => nameof(AssertionException),
        "throws" => Exception,
        _ => throw new InvalidOperationException($"The outcome of {Id} should be false, true or throws, not '{Outcome}'."),
    };

    /// <summary>What a failure says before it explains: the condition, and the user's message below it.</summary>
    public string Headline
    {
        get
        {
            var headline = $"Assertion failed: {Shown ?? LineBreak().Replace(Assertion, " ")}";
            return Message is null ? headline : $"{headline}\n  {Says?.ReplaceLineEndings("\n  ")}";
        }
    }

    /// <summary>The case with its assertion on lines of their own amid the code around it.</summary>
    public CorpusCase OverLines => this with
    {
        Host = Host
            .Replace(Statement, $"\n\n{Statement}\n", StringComparison.Ordinal)
            .Replace(Expression, $"\n\n{Expression}\n", StringComparison.Ordinal),
    };

    /// <summary>The lines of the assertion in its cell.</summary>
    public IEnumerable<int> Lines
    {
        get
        {
            var marker = Math.Max(Host.IndexOf(Statement, StringComparison.Ordinal), Host.IndexOf(Expression, StringComparison.Ordinal));
            var before = LinesBefore + Host[..marker];
            return Enumerable.Range(before.Count(IsLineBreak) + 1, Assertion.Count(IsLineBreak) + 1);
        }
    }

    /// <summary>Gives the cell with the assertion in it.</summary>
    /// <param name="condition">What is asserted.</param>
    public string CellOf(string condition)
    {
        var call = Message is null ? $"Assert({condition})" : $"Assert({condition}, {Message})";
        return LinesBefore + Host
            .Replace(Statement, call + ";", StringComparison.Ordinal)
            .Replace(Expression, call, StringComparison.Ordinal)
            .Replace("/*AFTER*/", After, StringComparison.Ordinal);
    }

    private bool IsWanted(CorpusVariant variant) => variant switch
    {
        CorpusVariant.Explained => true,
        CorpusVariant.OverLines => IsCompared && IsFailing && IsAmidCode,
        CorpusVariant.MadeTrue => MadeTrue is not null,
        CorpusVariant.Plain => IsCompared,
        _ => IsCompared && MadeTrue is not null,
    };

    private static bool IsLineBreak(char character) => character is '\n';

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineBreak();

    /// <summary>What can be seen of what the condition did.</summary>
    /// <param name="Expr">An expression that is evaluated afterwards.</param>
    /// <param name="Value">What it must give.</param>
    internal sealed record SideEffect(string Expr, JsonElement Value);
}
