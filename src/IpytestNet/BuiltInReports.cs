using IpytestNet.Plugins;
using IpytestNet.Reports.GitHub;
using IpytestNet.Reports.Html;
using IpytestNet.Reports.JUnit;
using IpytestNet.Reports.ReportLog;
using IpytestNet.Reports.Trx;

namespace IpytestNet;

/// <summary>The reports that come with ipytest, each idle until its option asks for it.</summary>
internal static class BuiltInReports
{
    /// <summary>Makes new ones: for a run, or for a command with several runs.</summary>
    /// <param name="time">The clock; that of the system if it is left out.</param>
    /// <param name="environment">Gives the value of an environment variable, or null; that of the process if it is left out.</param>
    public static IReadOnlyList<IPlugin> Create(TimeProvider? time = null, Func<string, string?>? environment = null)
    {
        time ??= TimeProvider.System;
        return
        [
            new JUnitReport(time),
            new TrxReport(time),
            new ReportLogReport(time),
            new HtmlReport(time),
            new GitHubReport(time, environment ?? Environment.GetEnvironmentVariable),
        ];
    }
}
