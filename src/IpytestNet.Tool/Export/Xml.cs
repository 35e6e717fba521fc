using System.Security;

namespace IpytestNet.Tool.Export;

/// <summary>Text in XML.</summary>
internal static class Xml
{
    /// <summary>Writes a text so that it can stand in an attribute or an element.</summary>
    public static string Escape(string text) => SecurityElement.Escape(text);
}
