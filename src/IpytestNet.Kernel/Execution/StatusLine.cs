using IpytestNet.Kernel.Display;

namespace IpytestNet.Kernel.Execution;

/// <summary>A line in the output of the running cell that tells how far something is, replaced as it goes on.</summary>
/// <param name="topic">What it is about, as part of its name.</param>
internal sealed class StatusLine(string topic)
{
    private readonly Action<CellOutput> _output = CellDisplay.Current;
    private readonly string _id = $"{topic}-{Guid.NewGuid():N}";

    /// <summary>Whether it has been shown.</summary>
    public bool IsShown { get; private set; }

    /// <summary>Shows a text in place of the one before.</summary>
    public void Show(string text)
    {
        var shown = MimeBundle.Of(text);
        _output(IsShown ? new CellOutput.Updated(shown, _id) : new CellOutput.Displayed(shown) { DisplayId = _id });
        IsShown = true;
    }
}
