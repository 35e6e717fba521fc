using System.Collections;

namespace IpytestNet.Assertions.Conditions;

/// <summary>A lazy sequence that keeps what it yields, so that a message can show it without enumerating it again.</summary>
internal sealed class Recording<T>(IEnumerable<T> source) : IEnumerable<T>, IRecording
{
    private const int Kept = 1000;

    private readonly List<T> _yielded = [];

    /// <inheritdoc/>
    public IReadOnlyList<object?> Yielded => [.. _yielded];

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public bool IsComplete { get; private set; }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        _yielded.Clear();
        Count = 0;
        IsComplete = false;
        // Taken at once, as the one who asks expects.
        return Enumerate(source.GetEnumerator());
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerator<T> Enumerate(IEnumerator<T> elements)
    {
        using (elements)
        {
            while (elements.MoveNext())
            {
                var element = elements.Current;
                Count++;
                if (_yielded.Count < Kept)
                    _yielded.Add(element);
                yield return element;
            }
        }

        IsComplete = true;
    }
}
