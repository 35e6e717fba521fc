namespace IpytestNet.Fixtures;

/// <summary>A fixture: a function of the notebook, of a <c>conftest.csx</c> or of a plugin, or one that ipytest brings.</summary>
internal sealed record FixtureDefinition
{
    /// <summary>The name under which tests ask for it, as it is written.</summary>
    public required string Name { get; init; }

    /// <summary>The type of its value.</summary>
    public required Type ValueType { get; init; }

    /// <summary>Makes the value, given those of its parameters.</summary>
    public required Func<object?[], ValueTask<FixtureValue>> MakeAsync { get; init; }

    /// <summary>What it takes.</summary>
    public IReadOnlyList<FixtureParameter> Parameters { get; init; } = [];

    /// <summary>How long its value lives.</summary>
    public FixtureScope Scope { get; init; }

    /// <summary>Whether all tests use it.</summary>
    public bool AutoUse { get; init; }

    /// <summary>The values of its parameter <c>param</c>, or null.</summary>
    public IReadOnlyList<object?>? Params { get; init; }

    /// <summary>What it is for, in a sentence; may be empty.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Who defines it, as the heading of a list: the notebook, a file, a plugin, ipytest.</summary>
    public required string Origin { get; init; }

    /// <summary>The cell or file, or null for one that is not written in any.</summary>
    public string? File { get; init; }

    /// <summary>The 1-based line in <see cref="File"/>.</summary>
    public int Line { get; init; }

    /// <summary>Why it cannot be used, or null.</summary>
    public string? Defect { get; init; }

    /// <summary>The name under which it is looked up.</summary>
    public string Key => FixtureName.Key(Name);

    /// <summary>Where it is defined, as <c>In[2]:3</c>; empty if it is not written anywhere.</summary>
    public string Place => File is null ? "" : $"{File}:{Line}";
}
