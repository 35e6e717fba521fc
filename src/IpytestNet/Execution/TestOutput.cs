using IpytestNet.Stopping;

namespace IpytestNet.Execution;

/// <summary>What one test writes to the console, whichever of its threads and tasks does.</summary>
internal sealed class TestOutput
{
    // What comes after the end of a test is shown as a warning, which need not hold all.
    private const int MostOfLateOutput = 10_000;

    private readonly OutputCapture _capture;
    private readonly CapturedStream _output = new();
    private readonly CapturedStream _error = new();
    private readonly CapturedStream _late = new() { Limit = MostOfLateOutput };
    private bool _ended;

    /// <param name="capture">The capture of the run.</param>
    /// <param name="test">The test; null for what is written between tests.</param>
    public TestOutput(OutputCapture capture, TestCase? test = null)
    {
        _capture = capture;
        Test = test;
    }

    /// <summary>The output of the test that the calling code belongs to, or null.</summary>
    public static TestOutput? Current => StopScope.Current?.Owner as TestOutput;

    /// <summary>The test.</summary>
    public TestCase? Test { get; }

    /// <summary>Takes what was written; false where the run is over, and it goes where it would without one.</summary>
    public bool Write(bool isError, ReadOnlySpan<char> text)
    {
        if (!Volatile.Read(ref _ended))
            (isError ? _error : _output).Append(text);
        else if (_capture.IsOver)
            return false;
        else
            WriteLate(text);
        return true;
    }

    /// <summary>Gives what was written since the last call, and forgets it.</summary>
    public (string Output, string Error) Take() => (_output.Take(), _error.Take());

    /// <summary>Gives what was written after the end of the test, and forgets it.</summary>
    public string TakeLate() => _late.Take();

    /// <summary>Ends the output with its test; what still comes is late.</summary>
    public void End() => Volatile.Write(ref _ended, true);

    private void WriteLate(ReadOnlySpan<char> text)
    {
        _late.Append(text);
        _capture.HasLate(this);
    }
}
