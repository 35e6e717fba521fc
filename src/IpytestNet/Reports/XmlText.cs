using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace IpytestNet.Reports;

/// <summary>XML as the text of a file.</summary>
internal static class XmlText
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", CheckCharacters = false };

    /// <summary>Writes a document in UTF-8.</summary>
    public static string Of(XElement root)
    {
        using var stream = new Utf8Writer();
        using (var writer = XmlWriter.Create(stream, Settings))
            new XDocument(root).Save(writer);
        return $"{stream}\n";
    }

    // What the declaration names is what the file is written in.
    private sealed class Utf8Writer : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
