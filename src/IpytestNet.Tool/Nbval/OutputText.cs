using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IpytestNet.Kernel.Documents;

namespace IpytestNet.Tool.Nbval;

/// <summary>The outputs of a cell as texts to compare: one for each stream, MIME type and part of an error, whatever its pieces and their order.</summary>
internal static partial class OutputText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Gives the texts by what they are of, such as <c>stdout</c>, <c>text/plain</c> or <c>ename</c>.</summary>
    /// <param name="outputs">The outputs, as nbformat has them.</param>
    /// <param name="isSkipped">Tells of a MIME type whether it is passed over.</param>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<JsonObject> outputs, Func<string, bool> isSkipped)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var output in outputs)
        {
            foreach (var (key, text) in Parts(output).Where(part => !part.Key.Contains('/', StringComparison.Ordinal) || !isSkipped(part.Key)))
                texts[key] = texts.TryGetValue(key, out var before) ? Joined(key, before, text) : text;
        }

        return texts;
    }

    private static IEnumerable<(string Key, string Text)> Parts(JsonObject output) => output["output_type"]?.ToString() switch
    {
        "stream" => [(output["name"]?.ToString() ?? "stdout", StoredCell.TextOf(output["text"]))],
        "display_data" or "execute_result" => (output["data"] as JsonObject ?? []).Select(format => (format.Key, Shown(format.Key, format.Value))),
        // Where the exception was thrown is not what the cell says.
        "error" => [("ename", StoredCell.TextOf(output["ename"])), ("evalue", StoredCell.TextOf(output["evalue"]))],
        _ => [],
    };

    // What a stream says in pieces is one text; values stand below each other.
    private static string Joined(string key, string before, string text) =>
        key is "stdout" or "stderr" || before.EndsWith('\n') ? before + text : $"{before}\n{text}";

    private static string Shown(string mimeType, JsonNode? value) => mimeType switch
    {
        "text/html" => TextOfHtml(StoredCell.TextOf(value)),
        "image/svg+xml" => Described(mimeType, System.Text.Encoding.UTF8.GetBytes(StoredCell.TextOf(value))),
        _ when mimeType.StartsWith("image/", StringComparison.Ordinal) || mimeType is "application/pdf" => DescribedBase64(mimeType, StoredCell.TextOf(value)),
        _ when mimeType.EndsWith("json", StringComparison.Ordinal) && value is JsonObject or JsonArray => Ordered(value)!.ToJsonString(Indented),
        _ => StoredCell.TextOf(value),
    };

    private static string DescribedBase64(string mimeType, string text)
    {
        try
        {
            return Described(mimeType, Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            return text;
        }
    }

    private static string Described(string mimeType, byte[] bytes) =>
        $"<{mimeType}, {bytes.Length:N0} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}>";

    // How it is laid out, and its styles, scripts and generated ids, are not what it says.
    private static string TextOfHtml(string html)
    {
        var text = Tag().Replace(LineTag().Replace(Unseen().Replace(html, ""), "\n"), " ");
        var lines = WebUtility.HtmlDecode(text).Split('\n').Select(line => Spaces().Replace(line, " ").Trim()).Where(line => line.Length > 0);
        return string.Join('\n', lines);
    }

    private static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Ordered(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Ordered)]),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(@"<(?<tag>script|style)\b.*?</\k<tag>\s*>|<!--.*?-->", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"</?(?:p|div|br|tr|table|li|ul|ol|h[1-6]|pre|details|summary|section|thead|tbody)\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex LineTag();

    [GeneratedRegex(@"<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t\r\f\u00a0]+")]
    private static partial Regex Spaces();
}
