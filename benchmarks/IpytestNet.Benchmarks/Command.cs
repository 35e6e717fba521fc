using System.Diagnostics;

namespace IpytestNet.Benchmarks;

/// <summary>A program with its arguments, as a person would start it.</summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record Command(string File, params string[] Arguments)
{
    /// <summary>The folder that it starts in.</summary>
    /// <value>Default that of this process.</value>
    public string Folder { get; init; } = "";

    /// <summary>Runs the program to its end.</summary>
    /// <returns>Milliseconds from its start to its exit.</returns>
    /// <exception cref="InvalidOperationException">It did not end with exit code 0.</exception>
    public double Time() => Run().Milliseconds;

    /// <summary>Runs the program to its end and gives what it wrote to standard output.</summary>
    /// <exception cref="InvalidOperationException">It did not end with exit code 0.</exception>
    public string Output() => Run().Output;

    /// <summary>Whether the program ends with exit code 0.</summary>
    public bool Succeeds()
    {
        try
        {
            Run();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Runs the program to its end and gives the largest working set that was seen, in megabytes.</summary>
    public double PeakMegabytes()
    {
        using var process = Process.Start(
            new ProcessStartInfo(File, Arguments) { UseShellExecute = false, WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var peak = 0L;
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(20)))
        {
            process.Refresh();
            if (!process.HasExited)
                peak = Math.Max(peak, process.PeakWorkingSet64);
        }

        return peak / 1024.0 / 1024.0;
    }

    /// <summary>Times commands in turn, round by round, so that a noisy minute of the machine hits all of them.</summary>
    public static IReadOnlyList<double[]> TimeInTurn(int rounds, params IReadOnlyList<Command> commands)
    {
        var times = commands.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < commands.Count; i++)
                times[i][round] = commands[i].Time();
        }

        return times;
    }

    private (double Milliseconds, string Output) Run()
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(File, Arguments) { UseShellExecute = false, WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return process.ExitCode == 0
            ? (elapsed, output)
            : throw new InvalidOperationException(
                $"Expected exit code 0 of '{File} {string.Join(' ', Arguments)}', but got {process.ExitCode}:\n{output}{error.GetAwaiter().GetResult()}");
    }
}
