using IpytestNet.Stopping;

namespace IpytestNet.Fixtures;

/// <summary>A fixture that has been set up.</summary>
internal sealed class FixtureInstance(FixtureDefinition definition, int param, string module)
{
    private readonly List<Func<ValueTask>> _finalizers = [];

    /// <summary>The fixture.</summary>
    public FixtureDefinition Definition => definition;

    /// <summary>Which of the fixture's values it has; -1 for one without any.</summary>
    public int Param => param;

    /// <summary>The module whose tests it was made for.</summary>
    public string Module => module;

    /// <summary>The instances that it was made with.</summary>
    public HashSet<FixtureInstance> Uses { get; } = [];

    /// <summary>Its value.</summary>
    public object? Value { get; set; }

    /// <summary>Why it has no value, or null.</summary>
    public Exception? Error { get; set; }

    /// <summary>Adds something to be done when it is torn down, before what was added earlier.</summary>
    public void Finally(Func<ValueTask> finalizer) => _finalizers.Add(finalizer);

    /// <summary>Tears it down: each finalizer is called, whatever the others do.</summary>
    /// <returns>What they threw.</returns>
    public async ValueTask<IReadOnlyList<Exception>> FinishAsync()
    {
        var errors = new List<Exception>();
        for (var i = _finalizers.Count - 1; i >= 0; i--)
        {
            try
            {
                await _finalizers[i]();
            }
            catch (Exception exception)
            {
                errors.Add(exception);
                // What hung was stopped; the others still have their time.
                StopScope.Current?.Resume();
            }
        }

        _finalizers.Clear();
        return errors;
    }
}
