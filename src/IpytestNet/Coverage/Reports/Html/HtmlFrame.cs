using IpytestNet.Reports.Html;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>The beginning and the end that all pages of a report have.</summary>
internal static class HtmlFrame
{
    /// <summary>The style sheet of a report.</summary>
    public const string StyleName = "style.css";

    /// <summary>The script of a report.</summary>
    public const string ScriptName = "script.js";

    /// <summary>Puts a page together.</summary>
    /// <param name="title">What the tab of the browser says.</param>
    /// <param name="kind">The class of the page.</param>
    /// <param name="body">Its markup.</param>
    public static string Of(string title, string kind, string body) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{MarkupText.Encode(title)}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{StyleName}">
        </head>
        <body class="{kind}">
        {body}<script src="{ScriptName}"></script>
        </body>
        </html>

        """;

    /// <summary>The style sheet.</summary>
    public static string Style() => PageResource.Read("page.css") + PageResource.Read("coverage.css");

    /// <summary>The script.</summary>
    public static string Script() => PageResource.Read("coverage.js");

    /// <summary>The heading of a page, with the button for light and dark.</summary>
    public static string Headline(string title) =>
        $"<div class=\"headline\"><h1>{MarkupText.Encode(title)}</h1><button type=\"button\" id=\"theme\" title=\"Light or dark\" hidden>Dark</button></div>\n";
}
