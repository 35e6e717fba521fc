using IpytestNet.Execution;
using IpytestNet.Plugins;

namespace IpytestNet.Reports.Html;

/// <summary>The report as a table in the output of a cell: <c>--display=html</c>.</summary>
internal sealed class TableReport(TimeProvider time) : IPlugin
{
    private readonly RunRecord _record = new(time, color: true);

    /// <inheritdoc/>
    public void Configure(PluginContext context) => _record.Expect(context);

    /// <inheritdoc/>
    public void Handle(RunMessage message) => _record.Add(message);

    /// <summary>Makes the table of what was heard.</summary>
    public string ToHtml() => ResultTable.Of(_record);
}
