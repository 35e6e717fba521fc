using IpytestNet.Plugins;

namespace IpytestNet.Reports.Html;

/// <summary>The report as one page for a browser that needs nothing beside it: <c>--html=PATH</c>.</summary>
internal sealed class HtmlReport(TimeProvider time) : FileReport(Option, new RunRecord(time, color: true))
{
    private static readonly PluginOption Option = new("--html", "PATH", "Write the results to a page for a browser, all in one file.")
    {
        Group = OptionGroup,
    };

    /// <inheritdoc/>
    public override string Name => "html";

    /// <inheritdoc/>
    protected override string What => "html report";

    /// <inheritdoc/>
    protected override string Render(RunRecord record) => HtmlPage.Of(record);
}
