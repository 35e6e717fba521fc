namespace IpytestNet;

/// <summary>
/// Makes the value of a function available to test functions, and to other fixtures, that have a parameter of its name: pytest's
/// fixtures.
/// </summary>
/// <remarks>
/// The name may begin with an upper-case letter in one place and a lower-case letter in the other. The function may be async and
/// may take other fixtures as parameters. What follows a <c>yield return</c> in it runs after the test; a value that is
/// disposable is disposed of. A later fixture replaces an earlier one of its name.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FixtureAttribute : Attribute
{
    /// <summary>Makes a fixture of the function.</summary>
    public FixtureAttribute()
    {
    }

    /// <summary>Makes a fixture of the function, with a scope.</summary>
    /// <param name="scope">How long its value lives.</param>
    public FixtureAttribute(FixtureScope scope) => Scope = scope;

    /// <summary>How long its value lives.</summary>
    /// <value>Default <see cref="FixtureScope.Function"/>.</value>
    public FixtureScope Scope { get; set; }

    /// <summary>Whether all tests use it, also without a parameter of its name.</summary>
    /// <value>Default false.</value>
    public bool AutoUse { get; set; }

    /// <summary>
    /// The values of the fixture's parameter <c>param</c>: each test that uses the fixture, directly or not, runs once for each.
    /// </summary>
    /// <value>Default null: the fixture has no parameter <c>param</c>.</value>
    public object?[]? Params { get; set; }

    /// <summary>The name of a variable, property or function of the notebook that gives the values, in place of <see cref="Params"/>.</summary>
    /// <value>Default null.</value>
    public string? ParamsFrom { get; set; }

    /// <summary>The name under which tests ask for it.</summary>
    /// <value>Default the name of the function.</value>
    public string? Name { get; set; }
}
