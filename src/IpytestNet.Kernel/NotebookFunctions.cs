using IpytestNet.Kernel.Display;
using IpytestNet.Values;

namespace IpytestNet.Kernel;

/// <summary>The functions that every cell may call by their simple names.</summary>
public static class NotebookFunctions
{
    /// <summary>Shows a value in the output of the running cell; a string is shown as it is, without quotes.</summary>
    /// <param name="value">Any value.</param>
    public static void Display(object? value) =>
        CellDisplay.Current(value is string text ? MimeBundle.Of(text) : ValueDisplay.Bundle(value));

    /// <summary>Shows markup as HTML in the output of the running cell.</summary>
    /// <param name="text">The markup; it is not encoded.</param>
    public static void DisplayHtml(string text) => Display(new Html(text));
}
