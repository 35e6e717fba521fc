namespace IpytestNet.Assertions;

/// <summary>
/// The exceptions with notes that a running test met. A framework that runs tests hands out the text of exceptions only, by which
/// they are found again.
/// </summary>
internal sealed class NotedExceptions
{
    private static readonly AsyncLocal<NotedExceptions?> Ambient = new();

    private readonly List<Exception> _exceptions = [];

    /// <summary>Keeps those that the caller, and all that it starts, meets from here on.</summary>
    public static NotedExceptions Begin() => Ambient.Value = new NotedExceptions();

    /// <summary>Keeps an exception if somebody asks for them.</summary>
    public static void Add(Exception exception)
    {
        if (Ambient.Value is not { } kept)
            return;
        lock (kept._exceptions)
        {
            // Of a recursion the same exception leaves many conditions.
            if (kept._exceptions is not [.., var last] || !ReferenceEquals(last, exception))
                kept._exceptions.Add(exception);
        }
    }

    /// <summary>Forgets those that the caller keeps, if it keeps any.</summary>
    public static void Forget() => Ambient.Value?.Clear();

    /// <summary>Forgets all, so that nothing of a test lives longer than the test.</summary>
    public void Clear()
    {
        lock (_exceptions)
            _exceptions.Clear();
    }

    /// <summary>Gives the note on the exception of a text, or null.</summary>
    /// <param name="type">The full name of its type.</param>
    /// <param name="trace">Its stack trace.</param>
    public static string? NoteOf(string? type, string? trace)
    {
        if (Ambient.Value is not { } kept)
            return null;
        lock (kept._exceptions)
        {
            return kept._exceptions.Find(exception => exception.GetType().FullName == type && exception.StackTrace == trace) is { } found
                ? ConditionNote.Of(found)
                : null;
        }
    }
}
