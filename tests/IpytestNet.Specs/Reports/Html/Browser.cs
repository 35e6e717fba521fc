using IpytestNet.Specs.Documents;

namespace IpytestNet.Specs.Reports.Html;

/// <summary>A real browser without a window: what it makes of a page, and how the page looks.</summary>
internal sealed class Browser : IDisposable
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--window-size=1000,800",
    ];

    private readonly TemporaryFolder _folder = new();

    /// <summary>Opens a page and gives its elements after its script has run.</summary>
    /// <param name="page">The file.</param>
    /// <param name="state">What follows <c>#</c> in the address.</param>
    public string Dom(string page, string state = "") => OutsideTool.Run("chromium", [.. Flags, Profile(), "--dump-dom", Address(page, state)]).Output;

    /// <summary>Opens a page and takes a picture of it.</summary>
    /// <param name="page">The file.</param>
    /// <param name="prefersDark">Whether the person has chosen dark pages.</param>
    /// <param name="state">What follows <c>#</c> in the address.</param>
    public Picture Picture(string page, bool prefersDark, string state = "")
    {
        var path = _folder.PathOf($"{Guid.NewGuid():N}.png");
        OutsideTool.Run("chromium", [.. Flags, Profile(), $"--blink-settings=preferredColorScheme={(prefersDark ? 0 : 1)}", $"--screenshot={path}", Address(page, state)]);
        return Html.Picture.Read(path);
    }

    public void Dispose() => _folder.Dispose();

    private static string Address(string page, string state) => new Uri(page).AbsoluteUri + (state.Length > 0 ? $"#{state}" : "");

    private string Profile() => $"--user-data-dir={_folder.PathOf(Guid.NewGuid().ToString("N"))}";
}
