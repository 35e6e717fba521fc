namespace IpytestNet.Kernel.Transport;

/// <summary>The topics that one subscriber wants, by their beginnings; each as often as it was asked for.</summary>
internal sealed class Subscriptions
{
    private const int Limit = 10_000;

    private volatile ReadOnlyMemory<byte>[] _prefixes = [];

    /// <summary>Whether a topic begins with one of them.</summary>
    public bool Match(ReadOnlySpan<byte> topic)
    {
        foreach (var prefix in _prefixes)
        {
            if (topic.StartsWith(prefix.Span))
                return true;
        }

        return false;
    }

    /// <summary>Adds a topic; only the peer's reader does.</summary>
    public void Add(ReadOnlyMemory<byte> prefix)
    {
        if (_prefixes.Length == Limit)
            throw new ZmtpException($"Expected at most {Limit} subscriptions.");
        _prefixes = [.. _prefixes, prefix];
    }

    /// <summary>Takes a topic away once; only the peer's reader does.</summary>
    public void Remove(ReadOnlyMemory<byte> prefix)
    {
        var prefixes = _prefixes.ToList();
        var index = prefixes.FindIndex(known => known.Span.SequenceEqual(prefix.Span));
        if (index >= 0)
            prefixes.RemoveAt(index);
        _prefixes = [.. prefixes];
    }
}
