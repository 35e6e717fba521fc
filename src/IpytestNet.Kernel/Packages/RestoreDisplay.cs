using IpytestNet.Kernel.Display;
using IpytestNet.Kernel.Execution;

namespace IpytestNet.Kernel.Packages;

/// <summary>What a cell shows of its packages: one line, which is replaced when they are there.</summary>
/// <param name="packages">What the cell refers to.</param>
internal sealed class RestoreDisplay(IReadOnlyList<PackageReference> packages)
{
    private readonly string _id = $"packages-{Guid.NewGuid():N}";
    private bool _isShown;

    /// <summary>Shows that they are being restored.</summary>
    public void Begin() => Show($"Restoring {Asked} …");

    /// <summary>Shows that they could not be.</summary>
    public void Fail() => Show($"Could not restore {Asked}");

    /// <summary>Shows that they are there; the text is the same whether anything had to be done for it or not.</summary>
    /// <param name="restored">Their names and versions.</param>
    public void End(IEnumerable<string> restored) => Show($"Restored {string.Join(", ", restored)}");

    private string Asked => string.Join(", ", packages.Select(package => package.Shown));

    private void Show(string text)
    {
        var shown = MimeBundle.Of(text);
        CellDisplay.Current(_isShown ? new CellOutput.Updated(shown, _id) : new CellOutput.Displayed(shown) { DisplayId = _id });
        _isShown = true;
    }
}
