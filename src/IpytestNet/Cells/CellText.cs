using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Cells;

/// <summary>The text of a cell, taken apart into its magic, its options and its C#.</summary>
/// <param name="Text">The text as the user wrote it.</param>
/// <param name="Body">
/// The C# of the cell, of the same length: what is no C# is blanked, so that no line or column moves.
/// </param>
/// <param name="Magic">The magic that the cell begins with, or null.</param>
/// <param name="Options">The run settings of the cell, or null.</param>
internal sealed partial record CellText(string Text, string Body, MagicLine? Magic, OptionsLine? Options)
{
    /// <summary>Takes a cell apart; any text is a cell.</summary>
    public static CellText Parse(string text)
    {
        var lines = SourceText.From(text).Lines;
        var cell = new CellText(text, text, Magic: null, Options: null);
        var next = 0;

        if (FirstWritten(lines, next) is { } language && LanguageName().IsMatch(language.ToString()))
        {
            cell = cell.Blank(language);
            next = language.LineNumber + 1;
        }

        if (FirstWritten(lines, next) is { } first && MagicForm().Match(first.ToString()) is { Success: true } magic)
        {
            cell = cell.Blank(first) with { Magic = new MagicLine(magic.Groups["name"].Value, magic.Groups["arguments"].Value, first.LineNumber + 1) };
            next = first.LineNumber + 1;
        }

        return next < lines.Count ? cell.WithOptions(lines[next]) : cell;
    }

    private CellText WithOptions(TextLine line)
    {
        if (OptionsForm().Match(line.ToString()) is not { Success: true } match)
            return this;
        var cell = match.Groups["python"].Success ? Blank(line) : this;
        return cell with { Options = new OptionsLine(match.Groups["options"].Value, line.LineNumber + 1) };
    }

    private CellText Blank(TextLine line) =>
        this with { Body = $"{Body[..line.Start]}{new string(' ', line.Span.Length)}{Body[line.End..]}" };

    private static TextLine? FirstWritten(TextLineCollection lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(lines[i].ToString()))
                return lines[i];
        }

        return null;
    }

    [GeneratedRegex(@"^#!(csharp|c#|cs)\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageName();

    [GeneratedRegex(@"^(%%|#!|%(?=(exit|quit)\s*$))(?<name>[A-Za-z_][\w.-]*)(\s+(?<arguments>.*?))?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex MagicForm();

    [GeneratedRegex(@"^(//|(?<python>#))\s*ipytest:\s*(?<options>.*?)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex OptionsForm();
}
