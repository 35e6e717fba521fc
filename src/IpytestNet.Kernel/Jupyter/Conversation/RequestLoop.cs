using System.Text.Json.Nodes;
using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Conversation;

/// <summary>Answers the requests of one channel, one after the other, on a thread that no code of the user can hold up.</summary>
/// <param name="name">The name of the thread.</param>
/// <param name="queue">The requests that wait.</param>
/// <param name="outbox">Where answers go.</param>
/// <param name="handlers">Knows the requests.</param>
/// <param name="life">Ends when an answered request wants it.</param>
internal sealed class RequestLoop(string name, RequestQueue queue, Outbox outbox, IEnumerable<IRequestHandler> handlers, KernelLife life)
{
    private const int StackSize = 1024 * 1024;

    private readonly Dictionary<string, IRequestHandler> _handlers = handlers.ToDictionary(handler => handler.RequestType, StringComparer.Ordinal);

    /// <summary>The requests that wait.</summary>
    public RequestQueue Queue => queue;

    /// <summary>Begins to answer.</summary>
    public void Start() => new Thread(Run, StackSize) { IsBackground = true, Name = name }.Start();

    private void Run()
    {
        while (queue.Take() is { } request)
        {
            Answer(request);
            if (life.EndsSoon)
                life.End();
        }
    }

    private void Answer(QueuedRequest queued)
    {
        var request = queued.Request;
        outbox.PublishStatus(request, "busy");
        if (queued.IsAborted)
            outbox.Reply(request, new JsonObject { ["status"] = "aborted" });
        else if (_handlers.TryGetValue(request.Type, out var handler) && ContentOf(handler, request) is { } content)
            outbox.Reply(request, content);
        outbox.PublishStatus(request, "idle");
    }

    private static JsonObject? ContentOf(IRequestHandler handler, Request request)
    {
        try
        {
            return handler.Handle(request);
        }
        catch (RequestException e)
        {
            return Replies.Failed("RequestError", e.Message);
        }
        catch (Exception e)
        {
            // A defect of ours must not end the loop: no request would be answered any more.
            return Replies.Failed("InternalError", $"{request.Type} could not be answered: {e.GetType().Name}: {e.Message}");
        }
    }
}
