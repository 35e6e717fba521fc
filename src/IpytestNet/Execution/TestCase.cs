using System.Reflection;

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

    /// <summary>The names that <c>-m</c> knows: those of <c>[Mark]</c>, names and values of traits, and <c>skip</c>, <c>skipif</c>, <c>xfail</c>.</summary>
    public IReadOnlyList<string> Markers { get; init; } = [];

    /// <summary>The fixtures that the test needs, directly and through others, in the order of their setup.</summary>
    public IReadOnlyList<string> Fixtures { get; init; } = [];

    /// <summary>What <c>-k</c> matches beside the names and the markers.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Whether the test runs only when it is asked for by its node id.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>The function or method, which bears the attributes of the test; null if it is none.</summary>
    internal MethodInfo? Method { get; init; }

    /// <summary>The names of <c>[Mark]</c> among the markers.</summary>
    internal IReadOnlyList<string> DeclaredMarks { get; init; } = [];

    /// <summary>What the framework runs as one piece, such as a class; null where each test stands alone.</summary>
    internal object? Container { get; init; }

    /// <summary>Why the test is not run, or null.</summary>
    internal string? SkipReason { get; init; }

    /// <summary>That the test is expected to fail, or null.</summary>
    internal ExpectedFailure? ExpectedFailure { get; init; }

    /// <summary>What its fixtures know of it, or null if it needs none.</summary>
    internal object? Needs { get; init; }

    /// <summary>What kind of test it is, as <c>--collect-only</c> lists it.</summary>
    internal string Kind { get; init; } = "Function";

    /// <summary>What heads its failure, or null for its name.</summary>
    internal string? Heading { get; init; }

    /// <summary>What runs the test.</summary>
    internal ITestRunner Runner { get; init; } = null!;

    /// <summary>The framework's own object for the test.</summary>
    internal object Handle { get; init; } = null!;
}
