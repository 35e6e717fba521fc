
namespace IpytestNet.Kernel.Execution;

/// <summary>Takes the place of <see cref="Console.In"/>: code of a cell that asks for input gets an error instead of waiting for nobody.</summary>
internal sealed class ConsoleInput : TextReader
{
    private static readonly Lazy<TextReader> Elsewhere = new(() => new StreamReader(Console.OpenStandardInput()));

    private static TextReader Source => ExecutionScope.Current is null
        ? Elsewhere.Value
        : throw new InvalidOperationException(
            "The cell asks for input, but the notebook runs without anybody to answer. "
            + "Write the value into the cell, or give it with Console.SetIn(new StringReader(\"the input\")).");

    /// <inheritdoc/>
    public override int Peek() => Source.Peek();

    /// <inheritdoc/>
    public override int Read() => Source.Read();

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Source.Read(buffer, index, count);

    /// <inheritdoc/>
    public override string? ReadLine() => Source.ReadLine();

    /// <inheritdoc/>
    public override string ReadToEnd() => Source.ReadToEnd();
}
