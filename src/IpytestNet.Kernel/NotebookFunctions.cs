using IpytestNet.Kernel.Display;
using IpytestNet.Kernel.Execution;
using IpytestNet.Values;

namespace IpytestNet.Kernel;

/// <summary>The functions that every cell may call by their simple names.</summary>
public static class NotebookFunctions
{
    /// <summary>Shows a value in the output of the running cell; a string is shown as it is, without quotes.</summary>
    /// <param name="value">Any value.</param>
    public static void Display(object? value) => CellDisplay.Current(new CellOutput.Displayed(BundleOf(value)));

    /// <summary>Shows a value under a name, so that another can take its place later.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="displayId">The name, for <see cref="UpdateDisplay"/>.</param>
    public static void Display(object? value, string displayId)
    {
        ArgumentException.ThrowIfNullOrEmpty(displayId);
        CellDisplay.Current(new CellOutput.Displayed(BundleOf(value)) { DisplayId = displayId });
    }

    /// <summary>Puts a value in the place of what is shown under a name, wherever in the notebook that is; without such it does nothing.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="displayId">The name that was given to <see cref="Display(object?, string)"/>.</param>
    public static void UpdateDisplay(object? value, string displayId)
    {
        ArgumentException.ThrowIfNullOrEmpty(displayId);
        CellDisplay.Current(new CellOutput.Updated(BundleOf(value), displayId));
    }

    /// <summary>Takes away what the running cell has put out so far.</summary>
    /// <param name="wait">Whether it stays until the next output comes, so that nothing flickers. Default false.</param>
    public static void ClearOutput(bool wait = false) => CellDisplay.Current(new CellOutput.Cleared(wait));

    /// <summary>Shows markup as HTML in the output of the running cell.</summary>
    /// <param name="text">The markup; it is not encoded.</param>
    public static void DisplayHtml(string text) => Display(new Html(text));

    private static MimeBundle BundleOf(object? value) => value is string text ? MimeBundle.Of(text) : ValueDisplay.Bundle(value);
}
