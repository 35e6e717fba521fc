using System.Text;

namespace IpytestNet.Execution;

/// <summary>A console that keeps what tests write and passes on what others do.</summary>
/// <param name="others">Takes what no test writes.</param>
/// <param name="isError">Whether it is standard error.</param>
internal sealed class CaptureWriter(TextWriter others, bool isError) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => others.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + "\n");

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (TestOutput.Current?.Write(isError, buffer) != true)
            others.Write(buffer);
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        if (TestOutput.Current is null)
            others.Flush();
    }
}
