using System.Globalization;
using System.Text;
using Xunit;

namespace IpytestNet.Fixtures;

/// <summary>xUnit's output of a test, which goes where the console of the test goes.</summary>
internal sealed class TestOutput : ITestOutputHelper
{
    private readonly StringBuilder _text = new();

    /// <inheritdoc/>
    public string Output
    {
        get
        {
            lock (_text)
                return _text.ToString();
        }
    }

    /// <inheritdoc/>
    public void Write(string message)
    {
        lock (_text)
            _text.Append(message);
        Console.Out.Write(message);
    }

    /// <inheritdoc/>
    public void Write(string format, params object[] args) => Write(string.Format(CultureInfo.CurrentCulture, format, args));

    /// <inheritdoc/>
    public void WriteLine(string message) => Write(message + "\n");

    /// <inheritdoc/>
    public void WriteLine(string format, params object[] args) => WriteLine(string.Format(CultureInfo.CurrentCulture, format, args));
}
