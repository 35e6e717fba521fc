using System.Runtime.CompilerServices;
using Xunit;

namespace IpytestNet.Specs.Reporting;

/// <summary>Compares a report with the approved text beside the spec; escape characters stand in it as <c>^[</c>.</summary>
internal static class ApprovedReport
{
    public static void Verify(string report, [CallerFilePath] string specFile = "", [CallerMemberName] string spec = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(specFile)!, $"{Path.GetFileNameWithoutExtension(specFile)}.{spec}");
        var approved = stem + ".approved.txt";
        var received = stem + ".received.txt";
        var text = report.Replace("\e", "^[", StringComparison.Ordinal);
        if (File.Exists(approved) && File.ReadAllText(approved) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"The report differs from the approved one. Compare, and rename if it is right:\n  {received}\n  {approved}\n\n{text}");
    }
}
