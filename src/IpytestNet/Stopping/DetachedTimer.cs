namespace IpytestNet.Stopping;

/// <summary>Timers that belong to none of the code that starts them, so that stopping that code does not hit them.</summary>
internal static class DetachedTimer
{
    /// <summary>Starts a timer outside of the caller's execution context.</summary>
    public static Timer Start(Action tick, TimeSpan due, TimeSpan period)
    {
        var flow = ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow();
        try
        {
            return new Timer(_ => tick(), state: null, due, period);
        }
        finally
        {
            flow?.Undo();
        }
    }
}
