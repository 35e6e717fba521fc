using IpytestNet.Reporting;
using IpytestNet.Reports.Html;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>The lines of a source in the colours of C#.</summary>
internal sealed class SourceMarkup(string name, string source)
{
    private readonly ParsedSource _source = ParsedSource.Parse(name, source);

    /// <summary>Writes a line.</summary>
    public string Line(int number) =>
        string.Concat(_source.Pieces(number, indentation: 0).Select(piece => MarkupText.EncodeColored(piece.Ink.Apply(piece.Text))));
}
