namespace IpytestNet.Execution;

/// <summary>One runnable test: a function, a method or one row of a theory.</summary>
public sealed record TestCase
{
    /// <summary>pytest's address of the test, as <c>Example.ipynb::CalcTests::Adds(a: 1)</c>.</summary>
    public required string NodeId { get; init; }

    /// <summary>The name of the notebook, file or assembly that the test belongs to.</summary>
    public required string Module { get; init; }

    /// <summary>The classes around the test, outermost first; empty for a top-level function.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>The name of the function or method.</summary>
    public required string Name { get; init; }

    /// <summary>The name with the theory's arguments, as <c>Adds(a: 1)</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The cell or file that defines the test (<c>In[3]</c>), if known.</summary>
    public string? SourceFile { get; init; }

    /// <summary>The 1-based line of the definition in <see cref="SourceFile"/>; 0 if unknown.</summary>
    public int SourceLine { get; init; }

    /// <summary>What <c>-k</c> matches beside the names: traits and categories.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Whether the test runs only when it is asked for by its node id.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>What runs the test.</summary>
    internal ITestRunner Runner { get; init; } = null!;

    /// <summary>The framework's own object for the test.</summary>
    internal object Handle { get; init; } = null!;
}
