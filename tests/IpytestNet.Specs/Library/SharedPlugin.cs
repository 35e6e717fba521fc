using IpytestNet.Plugins;

namespace IpytestNet.Specs.Library;

/// <summary>A plugin in a compiled assembly.</summary>
public sealed class SharedPlugin : IPlugin
{
    public IEnumerable<string> TerminalSummary() => ["shared by IpytestNet.Specs"];
}
