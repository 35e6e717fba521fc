namespace IpytestNet.Sessions;

/// <summary>The notebook as a module: the names that it defines.</summary>
public sealed class NotebookModule
{
    internal NotebookModule(NotebookSession session) => Session = session;

    /// <summary>The notebook's file name.</summary>
    public string Name => Session.ModuleName;

    /// <summary>The names defined and not cleaned, in the order of their definition.</summary>
    public IReadOnlyList<string> Names =>
        [.. Session.Definitions.Live().Select(definition => definition.Name).Distinct(StringComparer.Ordinal)];

    internal NotebookSession Session { get; }

    /// <summary>Whether a name is defined and not cleaned.</summary>
    public bool Contains(string name) => Names.Contains(name, StringComparer.Ordinal);

    /// <summary>The notebook's file name.</summary>
    public override string ToString() => Name;
}
