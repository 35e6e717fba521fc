using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Conversation;

/// <summary>The requests of a channel that wait for their turn.</summary>
internal sealed class RequestQueue
{
    private readonly object _gate = new();
    private readonly LinkedList<QueuedRequest> _requests = new();
    private bool _isClosed;

    /// <summary>Puts a request at the end.</summary>
    public void Add(Request request)
    {
        lock (_gate)
        {
            _requests.AddLast(new QueuedRequest(request, IsAborted: false));
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Takes the first request, once there is one; null when the queue is closed.</summary>
    public QueuedRequest? Take()
    {
        lock (_gate)
        {
            while (_requests.Count == 0 && !_isClosed)
                Monitor.Wait(_gate);
            if (_isClosed)
                return null;
            var first = _requests.First!.Value;
            _requests.RemoveFirst();
            return first;
        }
    }

    /// <summary>Marks all requests of a type that wait now, so that they are answered without being done.</summary>
    public void Abort(string type)
    {
        lock (_gate)
        {
            for (var node = _requests.First; node is not null; node = node.Next)
            {
                if (node.Value.Request.Type == type)
                    node.Value = node.Value with { IsAborted = true };
            }
        }
    }

    /// <summary>Ends the queue; what waits is left.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.Pulse(_gate);
        }
    }
}
