namespace IpytestNet.Kernel.Execution;

/// <summary>The input of one cell: lines that a person is asked for when code wants them, also character by character.</summary>
/// <param name="ask">Asks for a line; null where there is nobody to ask.</param>
internal sealed class PersonInput(Func<string?>? ask) : TextReader
{
    private string _line = "";
    private int _position;

    /// <inheritdoc/>
    public override int Peek() => Fill() ? _line[_position] : -1;

    /// <inheritdoc/>
    public override int Read() => Fill() ? _line[_position++] : -1;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        if (count == 0 || !Fill())
            return 0;
        var length = Math.Min(count, _line.Length - _position);
        _line.CopyTo(_position, buffer, index, length);
        _position += length;
        return length;
    }

    /// <inheritdoc/>
    public override string? ReadLine()
    {
        if (_position >= _line.Length)
            return Ask();
        var rest = _line[_position..].TrimEnd('\n');
        _line = "";
        return rest;
    }

    private bool Fill()
    {
        if (_position < _line.Length)
            return true;
        _line = Ask() is { } line ? line + "\n" : "";
        _position = 0;
        return _line.Length > 0;
    }

    private string? Ask() => ask is not null
        ? ask()
        : throw new InvalidOperationException(
            "The cell asks for input, but the notebook runs without anybody to answer. "
            + "Write the value into the cell, or give it with Console.SetIn(new StringReader(\"the input\")).");
}
