using IpytestNet.Kernel.Jupyter.Conversation;
using IpytestNet.Kernel.Jupyter.History;
using IpytestNet.Kernel.Jupyter.Output;
using IpytestNet.Kernel.Jupyter.Requests;
using IpytestNet.Kernel.Messaging;
using IpytestNet.Kernel.Transport;

namespace IpytestNet.Kernel.Jupyter;

/// <summary>A notebook that Jupyter clients speak to: it answers requests until it is told to end.</summary>
/// <remarks>The protocol is Jupyter messaging 5.3.</remarks>
internal sealed class JupyterKernel : IDisposable
{
    private static readonly TimeSpan TimeToFlush = TimeSpan.FromSeconds(2);

    private readonly KernelLife _life = new();
    private readonly ManualResetEventSlim _ready = new();
    private readonly Lazy<Notebook> _notebook;
    private readonly RequestReader _reader;
    private readonly IKernelSockets _sockets;
    private readonly OutputStream _stream;
    private readonly StdinPrompt _prompt;
    private readonly RequestLoop _shell;
    private readonly RequestLoop _control;

    /// <summary>Binds the sockets and begins to answer.</summary>
    /// <param name="connection">What the connection file says.</param>
    /// <param name="bind">Binds the sockets at an address, and gives what comes to its second argument.</param>
    /// <param name="options">The settings.</param>
    public JupyterKernel(KernelConnection connection, Func<KernelAddress, Action<ReceivedMessage>, IKernelSockets> bind, JupyterKernelOptions options)
    {
        var signer = new MessageSigner(connection.Key);
        _notebook = new Lazy<Notebook>(() => Begin(options.Notebook));
        _reader = new RequestReader(signer);
        _sockets = bind(connection.Address, Receive);
        var outbox = new Outbox(_sockets, new MessageWriter(signer, TimeProvider.System));
        _stream = new OutputStream(outbox);
        _prompt = new StdinPrompt(outbox, _stream);
        (_shell, _control) = Loops(outbox, new HistoryFile(options.HistoryPath), options.NotebookPath is { } path ? new SavedMarkdown(path) : null);
        outbox.PublishStatus(parent: null, "starting");
        _shell.Start();
        _control.Start();
        _ready.Set();
    }

    /// <summary>The notebook, begun when it is first asked for.</summary>
    public Notebook Notebook => _notebook.Value;

    /// <summary>Stops the cell that runs; without one it does nothing.</summary>
    public void Interrupt()
    {
        if (_notebook.IsValueCreated)
            _notebook.Value.Interrupt();
    }

    /// <summary>Begins the notebook and makes compiler and completion ready in the background, while the client still connects.</summary>
    public void WarmUp() => new Thread(() =>
    {
        _ = Notebook;
        NotebookHost.WarmUp();
        _ = Notebook.Complete("Console.", position: 8);
    })
    {
        IsBackground = true,
        Name = "warm up",
    }.Start();

    /// <summary>Makes the kernel end.</summary>
    public void End() => _life.End();

    /// <summary>Waits until a client, a cell or <see cref="End"/> ends the kernel, and until all answers have left.</summary>
    public void WaitForEnd()
    {
        _life.Wait();
        _stream.Flush();
        _sockets.Flush(TimeToFlush);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _shell.Queue.Close();
        _control.Queue.Close();
        _stream.Dispose();
        _sockets.Dispose();
        if (_notebook.IsValueCreated)
            _notebook.Value.Dispose();
        _ready.Dispose();
        _life.Dispose();
    }

    private Notebook Begin(NotebookOptions options)
    {
        var notebook = new Notebook(options with { KeepsLateOutput = true });
        foreach (var name in (string[])["exit", "quit"])
        {
            notebook.AddMagic(name, _ =>
            {
                _life.EndSoon();
                return Task.CompletedTask;
            });
        }

        return notebook;
    }

    // What a cell may hold up waits in the loop of shell; what must not wait is on control, which clients also ask for the rest.
    private (RequestLoop Shell, RequestLoop Control) Loops(Outbox outbox, HistoryFile history, SavedMarkdown? markdown)
    {
        IRequestHandler[] shared =
        [
            new KernelInfoHandler(),
            new CommInfoHandler(),
            new CommOpenHandler(outbox),
            new CompleteHandler(_notebook),
            new IsCompleteHandler(_notebook),
            new InspectHandler(_notebook),
            new HistoryHandler(history),
            new InterruptHandler(Interrupt),
            new ShutdownHandler(outbox, _life),
        ];
        var waiting = new RequestQueue();
        var execute = new ExecuteHandler(_notebook, _stream, _prompt, history, waiting, _life, markdown);
        return (
            new RequestLoop("jupyter shell", waiting, outbox, [.. shared, execute], _life),
            new RequestLoop("jupyter control", new RequestQueue(), outbox, shared, _life));
    }

    private void Receive(ReceivedMessage message)
    {
        if (_reader.Read(message) is not { } request)
            return;
        // A client may be quicker than the rest of the constructor.
        _ready.Wait();
        switch (message.Channel)
        {
            case KernelChannel.Shell:
                _shell.Queue.Add(request);
                break;
            case KernelChannel.Control:
                _control.Queue.Add(request);
                break;
            case KernelChannel.Stdin when request.Type is "input_reply":
                _prompt.Answer(request);
                break;
        }
    }
}
