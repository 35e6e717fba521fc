using System.Diagnostics;
using IpytestNet.Hosting;

namespace IpytestNet.Kernel.Magics;

/// <summary>The magic <c>%%time</c>: runs the cell and says how long it took.</summary>
internal static class TimeMagic
{
    /// <summary>Runs a cell under the magic.</summary>
    public static async Task RunAsync(MagicCall call, INotebookHost host)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await host.RunCellAsync(call.Body);
        }
        finally
        {
            await Console.Out.WriteLineAsync($"Wall time: {Text(Stopwatch.GetElapsedTime(start))}");
        }
    }

    private static string Text(TimeSpan time) => time.TotalSeconds >= 1 ? $"{time.TotalSeconds:0.00} s" : $"{time.TotalMilliseconds:0.0} ms";
}
