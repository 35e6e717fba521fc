using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IpytestNet.Kernel.Documents;

/// <summary>How a JSON file is laid out, so that it can be written again the same way.</summary>
/// <param name="Indent">The white space of one level, or an empty text for all on one line.</param>
/// <param name="NewLine">The line end.</param>
/// <param name="Tail">What follows the last brace.</param>
internal sealed partial record JsonLayout(string Indent, string NewLine, string Tail)
{
    /// <summary>The layout that Jupyter writes.</summary>
    public static readonly JsonLayout Jupyter = new(" ", "\n", "\n");

    public static JsonLayout Of(string text) => new(
        FirstIndentPattern.Match(text).Groups["indent"].Value,
        text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n",
        text[text.TrimEnd().Length..]);

    public string Write(JsonNode json)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions()))
            json.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + Tail;
    }

    private JsonWriterOptions WriterOptions() => new()
    {
        Encoder = PlainJsonEncoder.Instance,
        Indented = Indent.Length > 0,
        IndentCharacter = Indent.StartsWith('\t') ? '\t' : ' ',
        IndentSize = Indent.Length,
        MaxDepth = JsonText.MaxDepth,
        NewLine = NewLine,
    };

    [GeneratedRegex(@"^\s*\{[ \t]*\r?\n(?<indent>[ \t]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex FirstIndentPattern { get; }
}
