namespace IpytestNet.Kernel.Messaging;

/// <summary>The newest signatures that have come, so that a message which is sent again by somebody else is known.</summary>
internal sealed class SeenSignatures
{
    /// <summary>As many as Jupyter's own session remembers.</summary>
    private const int Limit = 65536;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<string> _inOrder = new();

    /// <summary>Remembers a signature; false if it has come before.</summary>
    public bool Add(string signature)
    {
        lock (_gate)
        {
            if (!_seen.Add(signature))
                return false;
            _inOrder.Enqueue(signature);
            if (_inOrder.Count > Limit)
                _seen.Remove(_inOrder.Dequeue());
            return true;
        }
    }
}
