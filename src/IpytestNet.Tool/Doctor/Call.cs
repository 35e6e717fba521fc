using System.ComponentModel;
using System.Diagnostics;

namespace IpytestNet.Tool.Doctor;

/// <summary>Asks other programs.</summary>
internal static class Call
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Gives what a program writes to standard output; null if it is not there, fails, or takes too long.</summary>
    public static string? Output(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false })!;
            process.StandardInput.Close();
            _ = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (process.WaitForExit(Limit))
                return process.ExitCode is 0 ? output.GetAwaiter().GetResult().Trim() : null;
            process.Kill(entireProcessTree: true);
            return null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
