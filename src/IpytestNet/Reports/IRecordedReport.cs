using IpytestNet.Plugins;

namespace IpytestNet.Reports;

/// <summary>A report that is made of what was taken down, here or in another process.</summary>
internal interface IRecordedReport : IPlugin
{
    /// <summary>Whether it was asked for.</summary>
    bool IsWanted { get; }

    /// <summary>Adds what was taken down elsewhere.</summary>
    void Add(RunEntry entry);
}
