using System.Globalization;
using IpytestNet.Assertions;
using IpytestNet.Stopping;

namespace IpytestNet.Execution;

/// <summary>A thread that runs tests. One that is stuck in a test is left behind, and another takes over.</summary>
internal sealed class TestWorker
{
    // As deep as the thread of a cell, so that a function that recurses does not fail under test alone.
    private const int StackSize = 4 * 1024 * 1024;

    [ThreadStatic]
    private static TestWorker? _current;

    private volatile bool _isLeftBehind;

    /// <summary>The worker that runs the calling code, or null.</summary>
    public static TestWorker? Current => _current;

    /// <summary>Whether the calling code runs on a worker that was left behind.</summary>
    public static bool IsCallerLeftBehind => _current is { IsLeftBehind: true };

    /// <summary>Whether another worker has taken over, and this one is to do no more.</summary>
    public bool IsLeftBehind => _isLeftBehind;

    /// <summary>Starts work on a thread of its own.</summary>
    /// <param name="context">The context that it runs in.</param>
    /// <param name="culture">The culture that it runs in.</param>
    /// <param name="work">The work.</param>
    public static void Start(ExecutionContext context, CultureInfo culture, Action work) => new Thread(
        () => ExecutionContext.Run(
            context,
            _ =>
            {
                _current = new TestWorker();
                StopScope.Enter(null);
                NotedExceptions.Begin();
                CultureInfo.CurrentCulture = culture;
                work();
            },
            state: null),
        StackSize)
    {
        IsBackground = true,
        Name = "ipytest tests",
    }.UnsafeStart();

    /// <summary>Leaves the thread behind.</summary>
    public void LeaveBehind() => _isLeftBehind = true;
}
