using System.Diagnostics;
using Xunit;

namespace IpytestNet.Specs.Reports;

/// <summary>A program of the system, which the check installs.</summary>
internal static class OutsideTool
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Runs a program to its end; the spec is skipped where it is not installed.</summary>
    public static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        Assert.SkipUnless(IsInstalled(program), $"{program} is not installed; on Debian: apt-get install {(program is "xmllint" ? "libxml2-utils" : program)}");
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} did not end within {Limit.TotalMinutes} minutes.");
        }

        return (process.ExitCode, output.Result + (program is "xmllint" ? error.Result : ""));
    }

    private static bool IsInstalled(string program) =>
        File.Exists(program) || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
