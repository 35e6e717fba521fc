namespace IpytestNet.Kernel.Documents;

/// <summary>A language that a cell can be in, and what such a cell is here.</summary>
/// <param name="Name">The name as people write it.</param>
/// <param name="Kind">The kind of cell, or null where it would have to run in another language.</param>
internal sealed record CellLanguage(string Name, CellKind? Kind)
{
    public static readonly CellLanguage CSharp = new("C#", CellKind.Code);
    public static readonly CellLanguage Markdown = new("markdown", CellKind.Markdown);
    public static readonly CellLanguage Raw = new("raw", CellKind.Raw);

    private static readonly CellLanguage Html = new("html", CellKind.Raw);
    private static readonly CellLanguage Mermaid = new("mermaid", CellKind.Raw);
    private static readonly CellLanguage Fsharp = new("F#", null);
    private static readonly CellLanguage PowerShell = new("PowerShell", null);
    private static readonly CellLanguage JavaScript = new("JavaScript", null);
    private static readonly CellLanguage Python = new("Python", null);

    // The kernel names and aliases that .NET Interactive has without any extension, with Python and R beside them.
    private static readonly Dictionary<string, CellLanguage> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csharp"] = CSharp,
        ["c#"] = CSharp,
        ["cs"] = CSharp,
        ["markdown"] = Markdown,
        ["md"] = Markdown,
        ["raw"] = Raw,
        ["html"] = Html,
        ["mermaid"] = Mermaid,
        ["fsharp"] = Fsharp,
        ["f#"] = Fsharp,
        ["fs"] = Fsharp,
        ["pwsh"] = PowerShell,
        ["powershell"] = PowerShell,
        ["javascript"] = JavaScript,
        ["js"] = JavaScript,
        ["python"] = Python,
        ["r"] = new("R", null),
        ["sql"] = new("SQL", null),
        ["kql"] = new("KQL", null),
        ["http"] = new("HTTP", null),
        ["value"] = new("value", null),
    };

    /// <summary>Returns the language of a kernel's or language's name, or null for an unknown one.</summary>
    public static CellLanguage? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Returns the language of a name; an unknown one is a language that cannot run here.</summary>
    public static CellLanguage Of(string name) => Find(name) ?? new CellLanguage(name, null);
}
