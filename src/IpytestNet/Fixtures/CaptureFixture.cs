using System.Text;
using IpytestNet.Execution;

namespace IpytestNet.Fixtures;

/// <summary>What the fixture <c>capsys</c> gives: the console output of the test so far, as pytest's <c>capsys</c>.</summary>
public sealed class CaptureFixture
{
    private readonly TestOutput? _output = TestOutput.Current;
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly StringBuilder _outText = new();
    private readonly StringBuilder _errorText = new();
    private readonly TextWriter _ownOut;
    private readonly TextWriter _ownError;

    private CaptureFixture()
    {
        _ownOut = TextWriter.Synchronized(new StringWriter(_outText));
        _ownError = TextWriter.Synchronized(new StringWriter(_errorText));
    }

    /// <summary>Takes what was written since the test began, or since the last call; it does not appear in the report any more.</summary>
    public (string Out, string Err) ReadOutErr() => _output?.Take() ?? (Take(_ownOut, _outText), Take(_ownError, _errorText));

    /// <summary>Begins the capture; with <c>-s</c>, where nothing else takes the output, it is redirected.</summary>
    internal static CaptureFixture Begin()
    {
        var capture = new CaptureFixture();
        if (capture._output is not null)
            return capture;
        Console.SetOut(capture._ownOut);
        Console.SetError(capture._ownError);
        return capture;
    }

    /// <summary>Ends the capture; what was not read goes where it would have gone.</summary>
    internal void End()
    {
        if (_output is not null)
            return;
        Console.SetOut(_out);
        Console.SetError(_error);
        _out.Write(Take(_ownOut, _outText));
        _error.Write(Take(_ownError, _errorText));
    }

    // A synchronized writer locks itself.
    private static string Take(TextWriter writer, StringBuilder text)
    {
        lock (writer)
        {
            var taken = text.ToString();
            text.Clear();
            return taken;
        }
    }
}
