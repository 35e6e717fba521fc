namespace IpytestNet.Values;

/// <summary>A value that a notebook shows as HTML, beside its text.</summary>
public interface IHtmlValue
{
    /// <summary>Writes the value as an HTML fragment.</summary>
    string ToHtml();
}
