namespace IpytestNet.Kernel.Compilation;

/// <summary>A module: code outside of the notebook that cells use.</summary>
/// <param name="Name">What a person calls it.</param>
/// <param name="AssemblyName">The simple name of its assembly, the same in all versions; null if it is a part of cells.</param>
internal sealed record CodeModule(string Name, string? AssemblyName)
{
    /// <summary>Whether it stays what it is until the notebook is restarted.</summary>
    public bool IsFixed { get; init; }
}
