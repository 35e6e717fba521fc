using IpytestNet.Stopping;

namespace IpytestNet.Kernel.Execution;

/// <summary>One cell that runs: where its output goes, and which threads run its code.</summary>
internal sealed class ExecutionScope : IDisposable
{
    private static readonly AsyncLocal<ExecutionScope?> Ambient = new();

    private readonly StopScope _code = new();
    private readonly CancellationTokenSource _interruption = new();
    private readonly OutputChannel _output;
    private readonly Func<string, CancellationToken, string?>? _readLine;

    /// <param name="output">Takes what the cell puts out.</param>
    /// <param name="before">The scope of the cell before this one, whose late output comes here.</param>
    /// <param name="readLine">Asks a person for a line of input; null where there is nobody to ask.</param>
    public ExecutionScope(Action<CellOutput> output, ExecutionScope? before = null, Func<string, CancellationToken, string?>? readLine = null)
    {
        _readLine = readLine;
        Input = new PersonInput(readLine is null ? null : () => readLine("", Interruption));
        _output = new OutputChannel(output);
        before?._output.ContinueIn(_output);
        Newest = this;
    }

    /// <summary>The scope of the code that asks, or null.</summary>
    public static ExecutionScope? Current => Ambient.Value;

    /// <summary>The scope of the cell that started last in this process, or null.</summary>
    public static ExecutionScope? Newest { get; private set; }

    /// <summary>Signalled when the cell is interrupted.</summary>
    public CancellationToken Interruption => _interruption.Token;

    /// <summary>Whether the cell has been interrupted.</summary>
    public bool IsInterrupted => _code.IsStopped;

    /// <summary>Whether the cell was left behind.</summary>
    public bool IsAbandoned { get; private set; }

    /// <summary>What the cell's code reads from the console.</summary>
    public TextReader Input { get; }

    /// <summary>Whether what the cell puts out after its end still is its own, and not that of the next cell.</summary>
    public bool KeepsOutput { get; init; }

    /// <summary>The declarations that the cell's code has come past.</summary>
    public ReachedDeclarations Reached { get; } = new();

    /// <summary>Makes this the scope of the caller from here on, and of all threads and tasks that it starts.</summary>
    public void Enter()
    {
        Ambient.Value = this;
        StopScope.Enter(_code);
    }

    /// <summary>Whether a person answers questions.</summary>
    public bool CanAsk => _readLine is not null;

    /// <summary>Asks a person for a line; null if nobody answers.</summary>
    public string? Ask(string prompt) => _readLine?.Invoke(prompt, Interruption);

    /// <summary>Sends output on its way.</summary>
    public void Send(CellOutput output) => _output.Send(output);

    /// <summary>Why the cell was stopped, if it was not by the user; null else.</summary>
    public string? StopReason { get; private set; }

    /// <summary>Stops the cell: running code at its next guard, blocked threads at once.</summary>
    /// <param name="reason">Why, if it is not the user who wants it.</param>
    public void Interrupt(string? reason = null)
    {
        StopReason ??= reason;
        _code.Stop(_interruption.Cancel);
    }

    /// <summary>Ends interrupts of the cell's own thread, the caller, which has left the code of the cell and now reports.</summary>
    public void Settle()
    {
        _code.Settle();
        StopScope.SwallowInterrupt();
    }

    /// <summary>Ends the cell, whose late output comes with that of the next one.</summary>
    public void Dispose()
    {
        _code.Settle();
        if (!KeepsOutput)
            _output.Close();
    }

    /// <summary>Leaves a cell behind that did not stop: what it still puts out is dropped.</summary>
    public void Abandon()
    {
        IsAbandoned = true;
        _output.Drop();
    }
}
