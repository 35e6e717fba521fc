using System.Text;

namespace IpytestNet.Kernel.Execution;

/// <summary>Sends what code writes to the console to the cell that the code belongs to; all else goes where it went before.</summary>
internal sealed class ConsoleRouter : TextWriter
{
    private static readonly Lazy<(TextWriter Out, TextWriter Error, TextReader In)> Routed = new(() => (
        Synchronized(new ConsoleRouter("stdout", Console.Out)),
        Synchronized(new ConsoleRouter("stderr", Console.Error)),
        TextReader.Synchronized(new ConsoleInput())));

    private readonly string _stream;
    private readonly TextWriter _elsewhere;

    private ConsoleRouter(string stream, TextWriter elsewhere)
    {
        _stream = stream;
        _elsewhere = elsewhere;
        CoreNewLine = ['\n'];
    }

    /// <inheritdoc/>
    public override Encoding Encoding => _elsewhere.Encoding;

    /// <summary>Routes the console of this process from now on, also where a cell has redirected it since.</summary>
    public static void Install()
    {
        var (output, error, input) = Routed.Value;
        if (Console.Out != output)
            Console.SetOut(output);
        if (Console.Error != error)
            Console.SetError(error);
        Console.SetIn(input);
    }

    /// <inheritdoc/>
    public override void Write(char value) => Write(value.ToString());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + "\n");

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        if (ExecutionScope.Current is { } scope)
            scope.Send(new CellOutput.Stream(_stream, value));
        else
            _elsewhere.Write(value);
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        if (ExecutionScope.Current is null)
            _elsewhere.Flush();
    }
}
