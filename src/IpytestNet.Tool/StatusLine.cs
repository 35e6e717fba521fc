using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>A line at the bottom of a terminal that gives way to every other output.</summary>
/// <param name="terminal">The terminal.</param>
/// <param name="width">Its width in columns.</param>
internal sealed class StatusLine(TextWriter terminal, int width)
{
    private bool _isShown;

    public void Show(string text, Palette palette)
    {
        // The cursor goes back, so that whatever is printed past us begins at the left and not after the status.
        terminal.Write($"\e[2K{palette.Dim(TextColumns.Cut(text, width - 1))}\r");
        terminal.Flush();
        _isShown = true;
    }

    public void Hide()
    {
        if (_isShown)
            terminal.Write("\e[2K");
        _isShown = false;
    }
}
