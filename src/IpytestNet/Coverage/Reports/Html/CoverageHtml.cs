using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>Coverage as pages for a browser, which work from disk.</summary>
internal static class CoverageHtml
{
    /// <summary>The name of the page to begin with.</summary>
    public const string IndexName = "index.html";

    /// <summary>Writes an index and a page for each cell and file; a report that was there before is replaced.</summary>
    /// <param name="folder">The folder, which is made if there is none; files in it that are of no report stay.</param>
    /// <param name="data">What was measured.</param>
    /// <param name="options">How it looks.</param>
    /// <exception cref="IOException">The folder cannot be written, or has a file of another origin by the name of a page.</exception>
    public static void Write(string folder, CoverageData data, CoverageHtmlOptions options)
    {
        var pages = PagesOf(data);
        ReportFolder.Replace(
            folder,
            [
                (HtmlFrame.StyleName, HtmlFrame.Style()),
                (HtmlFrame.ScriptName, HtmlFrame.Script()),
                .. pages.Select((page, i) => (page.Name, SourcePage.Of(page.File, data, options, i > 0 ? pages[i - 1] : null, i + 1 < pages.Count ? pages[i + 1] : null))),
                (IndexName, IndexPage.Of(pages, data, options)),
            ]);
    }

    private static List<(FileCoverage File, string Name)> PagesOf(CoverageData data)
    {
        // Takes the name of the index, so that no page can have it.
        var index = new FileCoverage { Name = Path.GetFileNameWithoutExtension(IndexName), Source = "", Lines = [] };
        return [.. PlainFileName.Of([index, .. data.Files.OrderBy(file => file.Name, HumanOrder.Comparer)], ".html").Skip(1)];
    }
}
