using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;

namespace IpytestNet.Kernel.Documents;

/// <summary>Text in the form that Jupyter saves it: a list of lines, each with its line end.</summary>
internal static class MultilineText
{
    // The line ends of Python's str.splitlines, which nbformat splits with.
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029");

    public static JsonArray ToJson(string text) => new([.. Split(WholeCharacters(text)).Select(line => (JsonNode)line)]);

    /// <summary>Replaces halves of surrogate pairs, which no file can hold, by the replacement character.</summary>
    public static string WholeCharacters(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = EndOfLine(text, start);
            yield return text[start..end];
            start = end;
        }
    }

    private static int EndOfLine(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny(LineEnds);
        if (length < 0)
            return text.Length;
        var end = start + length + 1;
        return end < text.Length && text[end - 1] is '\r' && text[end] is '\n' ? end + 1 : end;
    }
}
