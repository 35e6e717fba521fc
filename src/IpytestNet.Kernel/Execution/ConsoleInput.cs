namespace IpytestNet.Kernel.Execution;

/// <summary>Takes the place of <see cref="Console.In"/>: code of a cell reads the input of its cell, all else that of the process.</summary>
internal sealed class ConsoleInput : TextReader
{
    private static readonly Lazy<TextReader> Elsewhere = new(() => new StreamReader(Console.OpenStandardInput()));

    private static TextReader Source => ExecutionScope.Current?.Input ?? Elsewhere.Value;

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
