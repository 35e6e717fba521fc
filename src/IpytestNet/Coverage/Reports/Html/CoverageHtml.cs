using System.Text;
using IpytestNet.Coverage.Results;
using IpytestNet.Files;
using IpytestNet.Reports.Html;

namespace IpytestNet.Coverage.Reports.Html;

/// <summary>The report as a folder of pages, which work from disk and without a network.</summary>
internal static class CoverageHtml
{
    /// <summary>The file that says that a folder is such a report.</summary>
    public const string Marker = "ipytest-coverage.txt";

    private const string MarkerText = "This folder is a report of ipytest, which is replaced by the next one.\n";

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the report; of an earlier one in the folder nothing is left, and of anything else everything.</summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="data">What was measured.</param>
    /// <param name="options">What the pages say of themselves.</param>
    /// <exception cref="IOException">The folder holds something else, or cannot be written.</exception>
    public static void Write(string folder, CoverageData data, CoverageHtmlOptions options)
    {
        Prepare(folder);
        var pages = Pages(data);
        Put("style.css", PageResource.Read("coverage.css"));
        Put("script.js", PageResource.Read("coverage.js"));
        Put(".gitignore", "*\n");
        for (var i = 0; i < pages.Count; i++)
            Put(pages[i].Page, SourcePage.Of(pages[i].File, i > 0 ? pages[i - 1] : null, i + 1 < pages.Count ? pages[i + 1] : null, data, options));
        Put("index.html", IndexPage.Of(pages, data, options));

        void Put(string name, string text) => AtomicFile.Write(Path.Combine(folder, name), text, Encoding);
    }

    private static void Prepare(string folder)
    {
        Directory.CreateDirectory(folder);
        if (File.Exists(Path.Combine(folder, Marker)))
        {
            foreach (var page in Directory.EnumerateFiles(folder, "*.html"))
                File.Delete(page);
        }
        else if (Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new IOException("the folder holds something else than a report of coverage, which would be mixed with it");
        }

        AtomicFile.Write(Path.Combine(folder, Marker), MarkerText, Encoding);
    }

    private static List<CoveragePage> Pages(CoverageData data) =>
        [.. PlainFileName.Of(data.Files.OrderBy(file => file.Name, HumanOrder.Comparer), ".html").Select(entry => new CoveragePage(entry.File, Page(entry.Name)))];

    // The page of a notebook or folder called index must not take the place of the first.
    private static string Page(string name) => $"{(name.StartsWith("index.", StringComparison.OrdinalIgnoreCase) ? "_" : "")}{name}";
}
