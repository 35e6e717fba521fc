using IpytestNet.Plugins;

namespace IpytestNet.Reports.JUnit;

/// <summary>The report in JUnit's XML, in the form that pytest calls xunit2: <c>--junit-xml=PATH</c>.</summary>
internal sealed class JUnitReport(TimeProvider time) : FileReport(Option, new RunRecord(time))
{
    private static readonly PluginOption Option = new("--junit-xml", "PATH", "Write the results to a file in JUnit's XML, as CI servers read it.")
    {
        Aliases = ["--junitxml"],
        Group = OptionGroup,
    };

    /// <inheritdoc/>
    public override string Name => "junitxml";

    /// <inheritdoc/>
    protected override string What => "xml file";

    /// <inheritdoc/>
    protected override string Render(RunRecord record) => XmlText.Of(JUnitXml.Of(record));
}
