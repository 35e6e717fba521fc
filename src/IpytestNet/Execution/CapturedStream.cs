using System.Text;

namespace IpytestNet.Execution;

/// <summary>Text that was written by any number of threads.</summary>
internal sealed class CapturedStream
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds text.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        lock (_text)
            _text.Append(text);
    }

    /// <summary>Gives the text and forgets it.</summary>
    public string Take()
    {
        lock (_text)
        {
            var text = _text.ToString();
            _text.Clear();
            return text;
        }
    }
}
