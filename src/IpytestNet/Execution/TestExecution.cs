using System.Collections.Concurrent;
using System.Globalization;
using IpytestNet.CommandLine;

namespace IpytestNet.Execution;

/// <summary>Runs the selected tests on workers, framework by framework in their order, and says how each ended.</summary>
internal sealed class TestExecution(
    RunOptions options,
    CultureInfo culture,
    OutputCapture capture,
    ITestSurroundings surroundings,
    Action<RunMessage> send,
    CancellationToken ofCell = default)
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<SequenceRun> _waiting = new();
    private readonly ConcurrentDictionary<SequenceRun, bool> _running = new();
    private ExecutionContext _context = null!;
    private RunJournal? _journal;
    private int _workers;

    /// <summary>The number of tests that failed or could not be judged.</summary>
    public int Failures => _journal?.Failures ?? 0;

    /// <summary>Whether the run stopped because of <c>-x</c> or <c>--maxfail</c>.</summary>
    public bool StoppedByFailures => _journal?.StoppedByFailures ?? false;

    /// <summary>Asks after each result whether somebody wants the run to stop: the reason, or null.</summary>
    public Func<string?> AskToStop { get; init; } = () => null;

    /// <summary>The reason for which the run was asked to stop, or null.</summary>
    public string? StopReason => _journal?.StopReason;

    /// <summary>The test that was running when the run was interrupted, or null.</summary>
    public TestCase? Interrupted => _journal?.Interrupted;

    /// <summary>Runs the tests; ends when the token is signalled, whatever the running tests do.</summary>
    public async Task RunAsync(IReadOnlyList<TestCase> tests, CancellationToken cancellationToken)
    {
        if (tests.Count == 0)
            return;
        var directory = Environment.CurrentDirectory;
        var journal = _journal = new RunJournal(options, send, AskToStop, cancellationToken);
        var work = new RunWork(options, culture, capture, journal, cancellationToken, ofCell);
        IReadOnlyList<IReadOnlyList<TestCase>> sequences = options.Workers > 1 ? TestSequence.Divide(tests, surroundings) : [tests];
        if (sequences.Count > 1)
            journal.Order(tests);
        for (var i = 0; i < sequences.Count; i++)
            _waiting.Enqueue(new SequenceRun(work, sequences[i], i == 0 ? surroundings : surroundings.ForSequence(), TakeOver));

        _context = ExecutionContext.Capture()!;
        _workers = Math.Clamp(options.Workers, 1, sequences.Count);
        using (cancellationToken.UnsafeRegister(run => ((TestExecution)run!).Interrupt(), this))
        {
            for (var i = _workers; i > 0; i--)
                Start(() => RunSequences(ended: null));
            await _end.Task;
        }

        foreach (var (test, text) in capture.TakeLate())
            journal.Warn(test, $"Written after the end of the test:\n{text}");
        journal.Close();
        Environment.CurrentDirectory = directory;
    }

    private void Interrupt()
    {
        foreach (var sequence in _running.Keys)
            sequence.Interrupt();
    }

    private void TakeOver(SequenceRun sequence) => Start(() =>
    {
        sequence.GoOn();
        RunSequences(sequence);
    });

    /// <summary>Runs sequences until none is left.</summary>
    /// <param name="ended">The sequence that the worker has run before, or null.</param>
    private void RunSequences(SequenceRun? ended)
    {
        while (!TestWorker.IsCallerLeftBehind)
        {
            if (ended is not null)
                _running.TryRemove(ended, out _);
            if (!_journal!.GoesOn || !_waiting.TryDequeue(out ended))
            {
                if (Interlocked.Decrement(ref _workers) == 0)
                    _end.TrySetResult();
                return;
            }

            _running.TryAdd(ended, true);
            ended.Run();
        }
    }

    private void Start(Action work) => TestWorker.Start(_context, culture, () =>
    {
        try
        {
            work();
        }
        catch (Exception exception) when (!TestWorker.IsCallerLeftBehind)
        {
            _end.TrySetException(exception);
        }
        catch (Exception)
        {
            // Nobody waits for this worker any longer.
        }
    });
}
