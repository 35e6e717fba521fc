namespace IpytestNet.Kernel.Execution;

/// <summary>The way of a cell's output to whoever takes it; after the cell's end it goes on in the channel of the next cell.</summary>
internal sealed class OutputChannel
{
    private readonly Lock _gate = new();
    private readonly ExecutionContext _outside = ExecutionContext.Capture()!;
    private readonly List<CellOutput> _waiting = [];
    private readonly Action<CellOutput> _taker;
    private OutputChannel? _next;
    private State _state;

    public OutputChannel(Action<CellOutput> taker) => _taker = taker;

    private enum State
    {
        Open,
        Closed,
        Dropping,
    }

    /// <summary>Sends output on its way; what comes between two cells waits for the second.</summary>
    public void Send(CellOutput output)
    {
        OutputChannel? next;
        lock (_gate)
        {
            if (_state is State.Dropping)
                return;
            next = _next;
            if (_state is State.Open)
            {
                // What takes the output is no part of the cell: what it writes to the console itself is not the cell's.
                ExecutionContext.Run(_outside, _ => _taker(output), state: null);
                return;
            }

            if (next is null)
            {
                _waiting.Add(output);
                return;
            }
        }

        next.Send(output);
    }

    /// <summary>Ends the channel with its cell.</summary>
    public void Close()
    {
        lock (_gate)
            _state = _state is State.Open ? State.Closed : _state;
    }

    /// <summary>Ends the channel; what still comes is lost.</summary>
    public void Drop()
    {
        lock (_gate)
            _state = State.Dropping;
    }

    /// <summary>Names the channel that takes over, and hands it what has come late.</summary>
    public void ContinueIn(OutputChannel next)
    {
        lock (_gate)
        {
            _next = next;
            foreach (var output in _waiting)
                next.Send(output);
            _waiting.Clear();
        }
    }
}
