using System.Text;

namespace IpytestNet.Execution;

/// <summary>Text that was written by any number of threads.</summary>
internal sealed class CapturedStream
{
    private readonly object _gate = new();
    private StringBuilder? _text;

    /// <summary>The number of characters after which no more are kept.</summary>
    /// <value>Default none.</value>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>Adds text.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            _text ??= new StringBuilder();
            _text.Append(text[..Math.Min(text.Length, Limit - _text.Length)]);
        }
    }

    /// <summary>Gives the text and forgets it.</summary>
    public string Take()
    {
        if (Volatile.Read(ref _text) is null)
            return "";
        lock (_gate)
        {
            var text = _text?.ToString() ?? "";
            _text = null;
            return text;
        }
    }
}
