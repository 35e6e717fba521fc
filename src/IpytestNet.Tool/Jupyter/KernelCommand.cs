using System.Runtime.InteropServices;
using IpytestNet.Kernel;
using IpytestNet.Kernel.Jupyter;
using IpytestNet.Kernel.Messaging;
using IpytestNet.Kernel.Transport;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Jupyter;

/// <summary>The verb <c>ipytest kernel</c>, by which Jupyter starts a kernel.</summary>
/// <param name="console">The process around it.</param>
internal sealed class KernelCommand(ToolConsole console)
{
    /// <summary>Runs a kernel until it is told to end.</summary>
    /// <param name="connectionFile">The connection file that Jupyter wrote.</param>
    /// <param name="autoConfig">Whether <c>Ipytest.AutoConfig()</c> is called before the first cell.</param>
    /// <param name="memoryLimit">How many bytes of memory cells may use; null for as many as there are.</param>
    public ExitCode Run(string connectionFile, bool autoConfig, long? memoryLimit)
    {
        // The runtime handles signals on its thread pool, which cells may use up.
        ThreadPool.SetMinThreads(32, 32);
        try
        {
            using var kernel = new JupyterKernel(KernelConnection.Read(connectionFile), ZmtpSockets.Bind, OptionsOf(autoConfig, memoryLimit));
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Handle(context, kernel.Interrupt));
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Handle(context, kernel.End));
            kernel.WarmUp();
            if (ParentWatch.ParentOf(console.Variable) is { } parent)
                ParentWatch.Start(parent, kernel.End);
            kernel.WaitForEnd();
        }
        catch (Exception e) when (e is ConnectionFileException or KernelAddressException)
        {
            console.Error.WriteLine($"ipytest kernel: error: {e.Message}");
            return ExitCode.UsageError;
        }

        ChildProcesses.End();
        return ExitCode.Ok;
    }

    private JupyterKernelOptions OptionsOf(bool autoConfig, long? memoryLimit)
    {
        var notebook = new NotebookOptions { WorkingDirectory = console.WorkingDirectory, MemoryLimit = memoryLimit };
        if (!autoConfig)
            notebook = notebook with { AutoConfig = false };
        // Jupyter names the notebook that the kernel belongs to, if it knows it.
        var path = console.Variable("JPY_SESSION_NAME");
        if (Path.GetFileName(path) is { Length: > 0 } name)
            notebook = notebook with { Name = name };
        return new JupyterKernelOptions { Notebook = notebook, NotebookPath = string.IsNullOrEmpty(path) ? null : Path.GetFullPath(path, console.WorkingDirectory) };
    }

    private static void Handle(PosixSignalContext context, Action action)
    {
        context.Cancel = true;
        action();
    }
}
