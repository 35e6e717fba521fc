using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace IpytestNet.Fixtures;

/// <summary>What the fixture <c>environment</c> gives: environment variables and the current directory, restored after the test.</summary>
/// <remarks>All that has changed is undone, also what the code under test has set itself.</remarks>
public sealed class EnvironmentFixture
{
    private readonly string _directory = Environment.CurrentDirectory;
    private readonly Dictionary<string, string?> _variables = Read();

    internal EnvironmentFixture()
    {
    }

    /// <summary>The value of an environment variable, or null; null takes it away.</summary>
    /// <param name="name">The name of the variable.</param>
    public string? this[string name]
    {
        get => Environment.GetEnvironmentVariable(name);
        set => Environment.SetEnvironmentVariable(name, value);
    }

    /// <summary>The current directory.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "It belongs to what the fixture gives, which restores it.")]
    public string CurrentDirectory
    {
        get => Environment.CurrentDirectory;
        set => Environment.CurrentDirectory = value;
    }

    /// <summary>Sets an environment variable for the time of the test.</summary>
    /// <param name="name">The name of the variable.</param>
    /// <param name="value">Its value; null takes it away.</param>
    public void Set(string name, string? value) => this[name] = value;

    /// <summary>Takes an environment variable away for the time of the test.</summary>
    /// <param name="name">The name of the variable.</param>
    public void Delete(string name) => this[name] = null;

    internal void Restore()
    {
        Environment.CurrentDirectory = _directory;
        foreach (var name in Read().Keys.Union(_variables.Keys, StringComparer.Ordinal))
        {
            var before = _variables.GetValueOrDefault(name);
            if (this[name] != before)
                this[name] = before;
        }
    }

    private static Dictionary<string, string?> Read() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value, StringComparer.Ordinal);
}
