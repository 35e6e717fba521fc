using Xunit.v3;

namespace IpytestNet;

/// <summary>Marks a test function or a class of tests with a word that <c>-k</c> matches; to xUnit it is a trait.</summary>
/// <param name="name">The word, as <c>slow</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class MarkAttribute(string name) : Attribute, ITraitAttribute
{
    /// <summary>The word.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Mark", Name)];
}
