using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using IpytestNet.Kernel.Execution;
using IpytestNet.Stopping;
using IpytestNet.Values;

namespace IpytestNet.Kernel.Guards;

/// <summary>What the code of cells calls at loops and at the entry of functions. Not for use in user code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellGuard
{
    // An async recursion unwinds, and one of iterators runs, in the square of its depth: one megabyte of stack takes seconds, more
    // would seem to hang.
    private const int Budget = 1024 * 1024;

    [ThreadStatic]
    private static nuint _budgetBase;

    /// <summary>Ends the code if its cell is interrupted, or if nobody waits for it any longer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check()
    {
        if (StopRequests.Any)
            ThrowIfStopped();
    }

    /// <summary>Does so in a loop.</summary>
    /// <remarks>
    /// It calls another function than <see cref="Check"/>, since the runtime makes one of two calls that are alike: then a function
    /// that begins with a loop would be stopped at its first line.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckInLoop()
    {
        if (StopRequests.Any)
            ThrowIfStoppedInLoop();
    }

    /// <summary>Does so at the entry of a function.</summary>
    /// <param name="frame">
    /// Holds nothing. A call at the end of a function whose variables others may know leaves that function's frame on the stack; else
    /// the runtime may make a loop of an endless recursion, which then never comes to the end of the stack.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckAtEntry(out int frame)
    {
        Unsafe.SkipInit(out frame);
        if (StopRequests.Any)
            ThrowIfStopped(ref frame);
    }

    /// <summary>Ends the code if its cell is interrupted, or if the stack is nearly used up.</summary>
    /// <param name="frame">As that of <see cref="CheckAtEntry"/>.</param>
    public static void Enter(out int frame)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        CheckAtEntry(out frame);
    }

    /// <summary>Ends the code if its cell is interrupted, or if async functions or iterators recurse deeper than is practical.</summary>
    public static void EnterWithinBudget()
    {
        Check();
        var here = StackPosition();
        if (here > _budgetBase)
            _budgetBase = here;
        else if (_budgetBase - here > Budget)
            throw new InsufficientExecutionStackException("The recursion is too deep: an async function or an iterator calls itself, perhaps without an end.");
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    /// <summary>Takes down that the cell has come past the declaration at a position.</summary>
    public static void Reached(int position) => ExecutionScope.Current?.Reached.Add(position);

    /// <summary>Takes the place of <see cref="Environment.Exit"/>: ends the cell, and not the process with the notebook.</summary>
    [DoesNotReturn]
    public static void Exit(int exitCode) => throw new CellExitException(exitCode);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe nuint StackPosition()
    {
        byte here;
        return (nuint)(&here);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowIfStoppedInLoop() => ThrowIfStopped();

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SuppressMessage("Style", "IDE0060:Remove unused parameter", Justification = "It makes the variable known.")]
    private static void ThrowIfStopped(ref int frame) => ThrowIfStopped();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowIfStopped()
    {
        if (CallThread.IsLeftBehind || StopScope.IsCallerStopped)
            throw new CellInterruptedException();
    }
}
