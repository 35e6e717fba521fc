using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace IpytestNet.Kernel.Jupyter;

/// <summary>Notices the end of the process that started the kernel, so that no kernel of a killed server stays for ever.</summary>
internal static partial class ParentWatch
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>The process that Jupyter says the kernel belongs to, or null.</summary>
    public static int? ParentOf(Func<string, string?> variable) =>
        int.TryParse(variable("JPY_PARENT_PID"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 1 ? id : null;

    /// <summary>Calls back when a process is no longer there.</summary>
    public static void Start(int process, Action gone) => new Thread(() => Watch(process, gone), maxStackSize: 256 * 1024)
    {
        IsBackground = true,
        Name = "parent watch",
    }.Start();

    private static void Watch(int process, Action gone)
    {
        // A parent that has died may stay in the table until somebody collects it; by then the kernel has another parent.
        var isParent = !OperatingSystem.IsWindows() && GetParent() == process;
        while (Exists(process) && (!isParent || GetParent() == process))
            Thread.Sleep(Period);
        gone();
    }

    private static bool Exists(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // It is there and belongs to somebody else.
            return true;
        }
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int GetParent();
}
