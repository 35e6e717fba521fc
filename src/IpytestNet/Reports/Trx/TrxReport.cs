using IpytestNet.Plugins;

namespace IpytestNet.Reports.Trx;

/// <summary>The report that Visual Studio and Azure DevOps open: <c>--trx=PATH</c>.</summary>
internal sealed class TrxReport(TimeProvider time) : FileReport(Option, new RunRecord(time))
{
    private static readonly PluginOption Option = new("--trx", "PATH", "Write the results to a file that Visual Studio and Azure DevOps open.")
    {
        Group = OptionGroup,
    };

    // Of the whole report, however often it is written.
    private readonly Guid _id = Guid.NewGuid();

    /// <inheritdoc/>
    public override string Name => "trx";

    /// <inheritdoc/>
    protected override string What => "trx file";

    /// <inheritdoc/>
    protected override string Render(RunRecord record) => XmlText.Of(new TrxDocument(record, _id).ToXml());
}
