namespace IpytestNet.Kernel.Transport;

/// <summary>The topics that a subscriber wants, each by its beginning.</summary>
internal sealed class SubscriptionSet
{
    private const int Capacity = 1024 * 1024;
    private const int CostOfPrefix = 64;

    // A prefix stands here as often as it was subscribed to, and counts until each of them is cancelled.
    private readonly List<ReadOnlyMemory<byte>> _prefixes = [];
    private int _cost;

    /// <summary>Adds a prefix once.</summary>
    /// <exception cref="ZmtpException">There are too many.</exception>
    public void Subscribe(ReadOnlyMemory<byte> prefix)
    {
        if (prefix.Length > Capacity - CostOfPrefix - _cost)
            throw new ZmtpException($"The subscriptions of one subscriber take more than {Capacity} bytes.");
        _cost += prefix.Length + CostOfPrefix;
        _prefixes.Add(prefix);
    }

    /// <summary>Takes a prefix back once, if it is there.</summary>
    public void Cancel(ReadOnlyMemory<byte> prefix)
    {
        var index = _prefixes.FindIndex(other => other.Span.SequenceEqual(prefix.Span));
        if (index < 0)
            return;
        _cost -= prefix.Length + CostOfPrefix;
        _prefixes.RemoveAt(index);
    }

    /// <summary>Tells whether a topic is wanted.</summary>
    public bool Matches(ReadOnlyMemory<byte> topic) => _prefixes.Exists(prefix => topic.Span.StartsWith(prefix.Span));
}
