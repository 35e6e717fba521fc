using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace IpytestNet.Kernel.Jupyter;

/// <summary>The processes that cells have started and that still run.</summary>
internal static class ChildProcesses
{
    /// <summary>Ends them with all of theirs, so that none outlives the kernel.</summary>
    /// <remarks>They are known on Linux alone; elsewhere nothing happens.</remarks>
    public static void End()
    {
        foreach (var id in OfThisProcess().ToList())
        {
            try
            {
                using var child = Process.GetProcessById(id);
                child.Kill(entireProcessTree: true);
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception or AggregateException)
            {
                // It has ended meanwhile, or may not be ended by us.
            }
        }
    }

    private static IEnumerable<int> OfThisProcess()
    {
        if (!Directory.Exists("/proc/self/task"))
            yield break;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && ParentOf(folder) == Environment.ProcessId)
                yield return id;
        }
    }

    // The name of the program, in parentheses, may hold anything; state and parent stand behind it.
    private static int ParentOf(string folder)
    {
        try
        {
            var fields = File.ReadAllText(Path.Combine(folder, "stat"));
            var behindName = fields[(fields.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return int.Parse(behindName[1], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException)
        {
            return 0;
        }
    }
}
