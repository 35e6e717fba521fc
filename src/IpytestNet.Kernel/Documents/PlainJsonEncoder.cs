using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace IpytestNet.Kernel.Documents;

/// <summary>Escapes in JSON what must be escaped and nothing else, as Jupyter does.</summary>
/// <remarks>
/// The relaxed encoder of the runtime escapes emoji and line separators too,
/// which would change lines of a notebook that no run has touched.
/// </remarks>
internal sealed unsafe class PlainJsonEncoder : JavaScriptEncoder
{
    public static readonly PlainJsonEncoder Instance = new();

    public override int MaxOutputCharactersPerInputCharacter => @"\u001b".Length;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\';

    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        for (var i = 0; i < textLength; i++)
        {
            if (WillEncode(text[i]))
                return i;
        }
        return -1;
    }

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var encoded = WillEncode(unicodeScalar) ? Escape((char)unicodeScalar) : new Rune(unicodeScalar).ToString();
        numberOfCharactersWritten = encoded.TryCopyTo(new Span<char>(buffer, bufferLength)) ? encoded.Length : 0;
        return numberOfCharactersWritten > 0;
    }

    private static string Escape(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        '\b' => @"\b",
        '\f' => @"\f",
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        _ => @"\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
    };
}
