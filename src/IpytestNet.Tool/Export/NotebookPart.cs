namespace IpytestNet.Tool.Export;

/// <summary>A part of a notebook, in the order in which they stand.</summary>
internal abstract record NotebookPart
{
    private NotebookPart()
    {
    }

    /// <summary>Text for people.</summary>
    public sealed record Prose(string Text) : NotebookPart;

    /// <summary>Code that does not become code of the project.</summary>
    /// <param name="Label">What it is called: <c>In[3]</c>, or the cell that does not run.</param>
    /// <param name="Text">The code.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Remark(string Label, string Text, string Reason) : NotebookPart;

    /// <summary>Code.</summary>
    public sealed record Code(ScriptCell Cell) : NotebookPart;
}
