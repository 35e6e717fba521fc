using IpytestNet.Execution;

namespace IpytestNet.Fixtures;

/// <summary>What the parameter <c>request</c> of a fixture or a test function tells: who asks, as in pytest.</summary>
public sealed class FixtureRequest
{
    private readonly FixtureSetup _setup;
    private readonly TestCase _test;
    private readonly FixtureNeeds _needs;
    private readonly FixtureInstance? _asker;

    internal FixtureRequest(FixtureSetup setup, TestCase test, FixtureNeeds needs, FixtureInstance? asker, CancellationToken cancellationToken)
    {
        _setup = setup;
        _test = test;
        _needs = needs;
        _asker = asker;
        CancellationToken = cancellationToken;
    }

    /// <summary>The name of the test with its row, as <c>TestRows(n: 1)</c>; for a fixture that lives longer, that of the first test which uses it.</summary>
    public string Name => _test.DisplayName;

    /// <summary>The name of the test function.</summary>
    public string FunctionName => _test.Name;

    /// <summary>The node id of the test.</summary>
    public string NodeId => _test.NodeId;

    /// <summary>The name of the notebook.</summary>
    public string Module => _test.Module;

    /// <summary>The markers of the test.</summary>
    public IReadOnlyList<string> Markers => _test.Markers;

    /// <summary>The fixtures that the test uses, in the order of their setup.</summary>
    public IReadOnlyList<string> FixtureNames => _test.Fixtures;

    /// <summary>The fixture that asks, or null if it is the test.</summary>
    public string? FixtureName => _asker?.Definition.Name;

    /// <summary>How long the value of the fixture that asks lives.</summary>
    /// <value><see cref="FixtureScope.Function"/> if it is the test.</value>
    public FixtureScope Scope => _asker?.Definition.Scope ?? FixtureScope.Function;

    /// <summary>The value that the fixture has this time, of those in <see cref="FixtureAttribute.Params"/>; null if it has none.</summary>
    public object? Param => _asker is { Param: >= 0 } asker ? asker.Definition.Params![asker.Param] : null;

    /// <summary>Signalled when the test is to end.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Gives the value of a fixture by its name, set up if it is not there yet.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="name">The name of the fixture.</param>
    /// <exception cref="ArgumentException">There is no such fixture.</exception>
    /// <exception cref="InvalidCastException">Its value is of another type.</exception>
    public async ValueTask<T> GetFixtureValueAsync<T>(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var fixture = _needs.Table.Find(Fixtures.FixtureName.Key(name), _asker?.Definition)
            ?? throw new ArgumentException($"fixture '{name}' not found; use --fixtures for those that there are", nameof(name));
        if (fixture.Params is not null && !_needs.Params.ContainsKey(fixture))
            throw new ArgumentException($"fixture '{name}' is parametrised, so a test must name it as a parameter", nameof(name));
        if (_asker is not null && fixture.Scope < _asker.Definition.Scope)
            throw new FixtureException(FixtureProblem.Scope(_asker.Definition, fixture));
        var instance = await _setup.ReadyAsync(_test, _needs, fixture);
        _asker?.Uses.Add(instance);
        return instance.Error is { } error ? throw error : (T)instance.Value!;
    }

    /// <inheritdoc cref="GetFixtureValueAsync"/>
    public T GetFixtureValue<T>(string name) => GetFixtureValueAsync<T>(name).AsTask().GetAwaiter().GetResult();

    /// <summary>Adds something to be done after the test, or when the fixture that asks is torn down; what was added last comes first.</summary>
    /// <param name="finalizer">What is to be done.</param>
    public void AddFinalizer(Action finalizer)
    {
        ArgumentNullException.ThrowIfNull(finalizer);
        _setup.Finally(_asker, () =>
        {
            finalizer();
            return default;
        });
    }
}
