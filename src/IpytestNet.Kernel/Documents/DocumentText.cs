using System.Text;

namespace IpytestNet.Kernel.Documents;

/// <summary>A file's text, with the encoding to write it back in.</summary>
internal sealed record DocumentText(string Text, Encoding Encoding)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding[] Marked =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    public static DocumentText Of(string text) => new(text, Utf8);

    /// <summary>Decodes a file: by its byte order mark, else as UTF-8.</summary>
    public static DocumentText Decode(byte[] bytes)
    {
        var encoding = Array.Find(Marked, candidate => bytes.AsSpan().StartsWith(candidate.Preamble)) ?? Utf8;
        try
        {
            return new DocumentText(encoding.GetString(bytes.AsSpan(encoding.Preamble.Length)), encoding);
        }
        catch (DecoderFallbackException e)
        {
            throw new NotebookFormatException(
                $"expected UTF-8 text, but byte {encoding.Preamble.Length + e.Index + 1} does not belong to any; save the file as UTF-8", e);
        }
    }
}
