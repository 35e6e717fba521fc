namespace IpytestNet.Tool.Export;

/// <summary>A piece of code of the project.</summary>
/// <param name="cell">The cell that it comes from.</param>
/// <param name="place">Where it stands.</param>
/// <param name="comments">The comments before it, in lines.</param>
/// <param name="text">The code.</param>
/// <param name="shown">The code as it stands in the notebook.</param>
internal sealed class Chunk(ScriptCell cell, ChunkPlace place, string comments, string text, string shown)
{
    private string _text = text;

    /// <summary>The cell that it comes from.</summary>
    public ScriptCell Cell { get; } = cell;

    /// <summary>Where it stands.</summary>
    public ChunkPlace Place => place;

    /// <summary>Whether a blank line stands before it in the notebook.</summary>
    public bool IsApart { get; init; }

    /// <summary>Why it is a comment, or null while it is code.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether it is no comment either, since another piece tells of it.</summary>
    public bool IsGone { get; set; }

    /// <summary>Whether a person must know that it is a comment.</summary>
    public bool IsMissed { get; set; }

    /// <summary>The code as it stands in the notebook.</summary>
    public string Shown => shown;

    /// <summary>What a person calls it.</summary>
    public string Title => shown.Split('\n')[0].Trim() is { Length: <= 60 } line ? line : $"{shown.Split('\n')[0].Trim()[..57]}...";

    /// <summary>The comments before it.</summary>
    public string Comments => IsGone ? "" : comments;

    /// <summary>The code, or the comment in its place.</summary>
    public string Text => IsGone ? "" : Reason is null ? _text : Commented($"{Reason}:\n{shown}");

    /// <summary>Shows the code to the project alone, since it has something that others cannot see.</summary>
    /// <returns>Whether that was a change.</returns>
    public bool Hide()
    {
        var at = _text.IndexOf("public ", StringComparison.Ordinal);
        if (place is not ChunkPlace.Type || at < 0)
            return false;
        _text = $"{_text[..at]}internal {_text[(at + "public ".Length)..]}";
        return true;
    }

    /// <summary>Makes a comment of lines.</summary>
    public static string Commented(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => line.Length is 0 ? "//" : $"// {line}"));
}
