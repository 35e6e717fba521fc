namespace IpytestNet.Tool.Export;

/// <summary>A project made of a notebook.</summary>
/// <param name="Files">The texts of its files, by their names.</param>
/// <param name="Warnings">What of the notebook it does not have.</param>
internal sealed record ExportedProject(IReadOnlyDictionary<string, string> Files, IReadOnlyList<ExportWarning> Warnings)
{
    /// <summary>The name of the project file.</summary>
    public required string Name { get; init; }
}
