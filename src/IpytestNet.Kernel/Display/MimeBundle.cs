namespace IpytestNet.Kernel.Display;

/// <summary>One value in several formats, by MIME type; <c>text/plain</c> is always there.</summary>
/// <param name="Formats">The text of each format.</param>
public sealed record MimeBundle(IReadOnlyDictionary<string, string> Formats)
{
    /// <summary>The plain text.</summary>
    public string PlainText => Formats["text/plain"];

    /// <summary>Makes a bundle of plain text and, if given, HTML.</summary>
    public static MimeBundle Of(string plainText, string? html = null)
    {
        var formats = new Dictionary<string, string>(StringComparer.Ordinal);
        if (html is not null)
            formats["text/html"] = html;
        formats["text/plain"] = plainText;
        return new MimeBundle(formats);
    }
}
