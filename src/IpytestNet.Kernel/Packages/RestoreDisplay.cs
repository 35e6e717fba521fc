using IpytestNet.Kernel.Execution;

namespace IpytestNet.Kernel.Packages;

/// <summary>What a cell shows of its packages: one line, which is replaced when they are there.</summary>
/// <param name="packages">What the cell refers to.</param>
internal sealed class RestoreDisplay(IReadOnlyList<PackageReference> packages)
{
    private readonly StatusLine _line = new("packages");

    /// <summary>Shows that they are being restored.</summary>
    public void Begin() => _line.Show($"Restoring {Asked} …");

    /// <summary>Shows that they could not be.</summary>
    public void Fail() => _line.Show($"Could not restore {Asked}");

    /// <summary>Shows that they are there; the text is the same whether anything had to be done for it or not.</summary>
    /// <param name="restored">Their names and versions.</param>
    public void End(IEnumerable<string> restored) => _line.Show($"Restored {string.Join(", ", restored)}");

    private string Asked => string.Join(", ", packages.Select(package => package.Shown));
}
