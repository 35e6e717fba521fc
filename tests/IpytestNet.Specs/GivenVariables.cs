namespace IpytestNet.Specs;

/// <summary>Environment variables of the process, which are as they were before once this is disposed of.</summary>
internal sealed class GivenVariables : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    /// <summary>Sets a variable; null removes it.</summary>
    public GivenVariables With(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
        return this;
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
            Environment.SetEnvironmentVariable(name, value);
    }
}
