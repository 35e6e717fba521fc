namespace IpytestNet.Tool.Watch;

/// <summary>Reads what a person enters while notebooks are watched.</summary>
#pragma warning disable CA1001 // The thread that reads lives as long as the process, and so does the event that it sets.
internal sealed class KeyReader
#pragma warning restore CA1001
{
    private readonly AutoResetEvent _entered = new(initialState: false);
    private string _line = "";

    /// <param name="input">Where the person enters lines; null where nobody does.</param>
    public KeyReader(TextReader? input)
    {
        if (input is not null)
            new Thread(() => Read(input)) { IsBackground = true }.Start();
    }

    /// <summary>Set when a line has been entered.</summary>
    public WaitHandle Entered => _entered;

    /// <summary>The last line.</summary>
    public string Line => Volatile.Read(ref _line);

    private void Read(TextReader input)
    {
        while (input.ReadLine() is { } line)
        {
            Volatile.Write(ref _line, line.Trim());
            _entered.Set();
        }
    }
}
