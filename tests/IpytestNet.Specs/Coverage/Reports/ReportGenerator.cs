using System.Diagnostics;
using Xunit;

namespace IpytestNet.Specs.Coverage.Reports;

/// <summary>The program ReportGenerator, a tool of .NET that is fetched once and kept with what is built.</summary>
internal static class ReportGenerator
{
    private const string Version = "5.6.0";

    private static readonly Lazy<string> Installed = new(Install);

    /// <summary>The path of the program; the spec is skipped where it cannot be fetched.</summary>
    public static string Path
    {
        get
        {
            Assert.SkipUnless(File.Exists(Installed.Value), "ReportGenerator cannot be fetched; the packages of .NET must be in reach.");
            return Installed.Value;
        }
    }

    private static string Install()
    {
        var folder = System.IO.Path.Combine(AppContext.BaseDirectory, "tools", $"reportgenerator-{Version}");
        var path = System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "reportgenerator.exe" : "reportgenerator");
        if (!File.Exists(path))
        {
            var start = new ProcessStartInfo("dotnet", ["tool", "install", "dotnet-reportgenerator-globaltool", "--version", Version, "--tool-path", folder]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            // A folder with a manifest of tools, or settings of the build, must not have a say.
            start.WorkingDirectory = System.IO.Path.GetTempPath();
            using var process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }

        return path;
    }
}
