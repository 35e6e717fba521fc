using System.Diagnostics;
using System.Runtime.ExceptionServices;
using IpytestNet.Kernel.Assemblies;

namespace IpytestNet.Kernel.Execution;

/// <summary>Keeps the process alive when a thread, a timer or a finalizer of a notebook throws, and tells what nobody else would.</summary>
internal static class ProcessGuard
{
    private static readonly Lazy<bool> Installed = new(() =>
    {
        ExceptionHandling.SetUnhandledExceptionHandler(Survive);
        TaskScheduler.UnobservedTaskException += (_, unobserved) => TellOfTask(unobserved.Exception);
        return true;
    });

    /// <summary>Guards this process from now on.</summary>
    public static void Install() => _ = Installed.Value;

    private static bool Survive(Exception exception)
    {
        if (!IsOfNotebook(exception))
            return false;
        Tell("A background thread of this notebook ended with an exception:", exception);
        return true;
    }

    private static void TellOfTask(AggregateException exception)
    {
        foreach (var inner in exception.InnerExceptions.Where(IsOfNotebook))
            Tell("A task of this notebook failed, and nothing awaited it:", inner);
    }

    private static void Tell(string what, Exception exception)
    {
        if (exception is ThreadInterruptedException or CellInterruptedException)
            return;
        // Timers and finalizers have left the cell that they belong to.
        var scope = ExecutionScope.Current ?? ExecutionScope.Newest;
        scope?.Send(new CellOutput.Stream("stderr", $"{what}\n{string.Join('\n', CellFailure.Thrown(exception).Traceback)}\n"));
    }

    private static bool IsOfNotebook(Exception exception) =>
        ExecutionScope.Current is not null
        || new StackTrace(exception).GetFrames().Any(frame => frame.GetMethod() is { } method && CellLoadContext.Holds(method.Module.Assembly));
}
