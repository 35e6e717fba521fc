namespace IpytestNet.Testing.Platform.Nodes;

/// <summary>A failure in a notebook, in the form in which the platform shows failures.</summary>
/// <param name="text">What went wrong, at length; its first line is the message, since some show both.</param>
/// <param name="trace">The places, a line each, as .NET prints them.</param>
internal sealed class NotebookException(string text, string trace) : Exception(text.Split('\n')[0])
{
    /// <summary>What went wrong, at length.</summary>
    public string Text => text;

    /// <summary>The same, with the places below it.</summary>
    public string TextWithTrace => trace.Length > 0 ? $"{text}\n{trace}" : text;

    /// <inheritdoc/>
    public override string StackTrace => trace;
}
