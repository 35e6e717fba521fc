namespace IpytestNet.Execution;

/// <summary>
/// Hands on the messages of tests that run side by side as if they ran one after the other: those of the first test that has not
/// ended at once, those of later ones in their turn.
/// </summary>
internal sealed class MessageOrder
{
    private readonly Action<RunMessage> _send;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<object, int> _placesOfHandles = new(ReferenceEqualityComparer.Instance);
    private readonly List<RunMessage>?[] _waiting;
    private readonly bool[] _ended;
    private int _next;

    /// <param name="tests">The tests in their order.</param>
    /// <param name="send">Takes the messages.</param>
    public MessageOrder(IReadOnlyList<TestCase> tests, Action<RunMessage> send)
    {
        _send = send;
        _waiting = new List<RunMessage>?[tests.Count];
        _ended = new bool[tests.Count];
        for (var i = 0; i < tests.Count; i++)
        {
            _places.TryAdd(tests[i].NodeId, i);
            _placesOfHandles.TryAdd(tests[i].Handle, i);
        }
    }

    /// <summary>Takes a message of a test.</summary>
    public void Send(TestCase test, RunMessage message)
    {
        if (!Find(test, out var place) || place <= _next)
            _send(message);
        else
            (_waiting[place] ??= []).Add(message);
    }

    /// <summary>Takes down that a test has no more messages.</summary>
    public void End(TestCase test)
    {
        if (!Find(test, out var place))
            return;
        _ended[place] = true;
        while (_next < _ended.Length && _ended[_next])
        {
            _next++;
            if (_next < _ended.Length)
                Release(_next);
        }
    }

    /// <summary>Hands on all that still waits.</summary>
    public void Flush()
    {
        for (; _next < _waiting.Length; _next++)
            Release(_next);
    }

    // A theory whose rows are only known when it runs has none of their node ids.
    private bool Find(TestCase test, out int place) => _places.TryGetValue(test.NodeId, out place) || _placesOfHandles.TryGetValue(test.Handle, out place);

    private void Release(int place)
    {
        foreach (var message in _waiting[place] ?? [])
            _send(message);
        _waiting[place] = null;
    }
}
