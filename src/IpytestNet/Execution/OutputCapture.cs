namespace IpytestNet.Execution;

/// <summary>Takes in what tests write to the console while a run is under way.</summary>
internal sealed class OutputCapture : IDisposable
{
    private static readonly AsyncLocal<OutputCapture?> Ambient = new();

    private readonly bool _passThrough;
    private readonly CapturedStream _output = new();
    private readonly CapturedStream _error = new();

    /// <summary>Begins a run; its tests are captured unless their output is to be passed through.</summary>
    public OutputCapture(bool passThrough)
    {
        _passThrough = passThrough;
        ReportOutput = Console.Out;
        ReportError = Console.Error;
        if (passThrough)
            return;
        Console.SetOut(new CaptureWriter(ReportOutput, capture => capture._output));
        Console.SetError(new CaptureWriter(ReportError, capture => capture._error));
    }

    /// <summary>The capture of the test that the calling code belongs to, or null.</summary>
    public static OutputCapture? Current => Ambient.Value;

    /// <summary>Where the report goes: the console as it was before.</summary>
    public TextWriter ReportOutput { get; }

    /// <summary>Where errors of the run go.</summary>
    public TextWriter ReportError { get; }

    /// <summary>Captures what the calling code writes from here on, and all that it starts.</summary>
    public void Enter()
    {
        if (!_passThrough)
            Ambient.Value = this;
    }

    /// <summary>Gives what was written since the last call, and forgets it.</summary>
    public (string Output, string Error) Take() => (_output.Take(), _error.Take());

    /// <summary>Gives the console back as it was.</summary>
    public void Dispose()
    {
        if (_passThrough)
            return;
        Console.SetOut(ReportOutput);
        Console.SetError(ReportError);
    }
}
