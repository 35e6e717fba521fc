using System.Collections.Concurrent;

namespace IpytestNet.Execution;

/// <summary>Takes in what tests write to the console while a run is under way, each test's by itself.</summary>
internal sealed class OutputCapture : IDisposable
{
    private readonly bool _passThrough;
    private readonly ConcurrentDictionary<TestOutput, bool> _late = new();
    private readonly TextWriter _out;
    private readonly TextWriter _error;

    /// <summary>Begins a run; its tests are captured unless their output is to be passed through.</summary>
    public OutputCapture(bool passThrough)
    {
        _passThrough = passThrough;
        ReportOutput = _out = Console.Out;
        ReportError = _error = Console.Error;
        if (passThrough)
            return;
        Console.SetOut(new CaptureWriter(ReportOutput, isError: false));
        Console.SetError(new CaptureWriter(ReportError, isError: true));
        (_out, _error) = (Console.Out, Console.Error);
    }

    /// <summary>Where the report goes: the console as it was before.</summary>
    public TextWriter ReportOutput { get; }

    /// <summary>Where errors of the run go.</summary>
    public TextWriter ReportError { get; }

    /// <summary>Whether the run is over.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Begins the output of a test, or of what comes between tests.</summary>
    /// <returns>What takes it; null where it is passed through.</returns>
    public TestOutput? Begin(TestCase? test = null) => _passThrough ? null : new TestOutput(this, test);

    /// <summary>Takes back what a test has redirected.</summary>
    public void Restore()
    {
        if (Console.Out != _out)
            Console.SetOut(_out);
        if (Console.Error != _error)
            Console.SetError(_error);
    }

    /// <summary>Takes down that a test has written after its end.</summary>
    public void HasLate(TestOutput output) => _late.TryAdd(output, true);

    /// <summary>Gives what tests have written after their end since the last call.</summary>
    public IEnumerable<(TestCase? Test, string Text)> TakeLate() =>
        _late.Keys.Select(output => (output.Test, Text: output.TakeLate())).Where(late => late.Text.Length > 0);

    /// <summary>Gives the console back as it was.</summary>
    public void Dispose()
    {
        IsOver = true;
        Console.SetOut(ReportOutput);
        Console.SetError(ReportError);
    }
}
