using System.IO.Enumeration;

namespace IpytestNet.Kernel.Jupyter.History;

/// <summary>Questions that clients ask of the history, as "History" in the Jupyter messaging documentation has them.</summary>
internal static class HistoryQuery
{
    /// <summary>The last cells.</summary>
    /// <param name="entries">All cells, oldest first.</param>
    /// <param name="count">How many.</param>
    public static IEnumerable<HistoryEntry> Tail(IReadOnlyList<HistoryEntry> entries, int count) =>
        entries.Skip(entries.Count - Math.Clamp(count, 0, entries.Count));

    /// <summary>Cells of one session.</summary>
    /// <param name="entries">All cells, oldest first.</param>
    /// <param name="current">The session that asks.</param>
    /// <param name="session">The session; 0 is the one that asks, -1 the one before it.</param>
    /// <param name="start">The first line, from 0 on.</param>
    /// <param name="stop">The line behind the last; null for the end.</param>
    public static IEnumerable<HistoryEntry> Range(IReadOnlyList<HistoryEntry> entries, int current, int session, int start, int? stop)
    {
        var wanted = session > 0 ? session : current + session;
        return entries.Where(entry => entry.Session == wanted && entry.Line >= start && entry.Line < (stop ?? int.MaxValue));
    }

    /// <summary>The newest cells whose text matches.</summary>
    /// <param name="entries">All cells, oldest first.</param>
    /// <param name="pattern">A pattern for the whole text, with <c>*</c> and <c>?</c>.</param>
    /// <param name="count">How many at most; null for all.</param>
    /// <param name="isUnique">Whether of equal texts only the newest counts.</param>
    public static IEnumerable<HistoryEntry> Search(IReadOnlyList<HistoryEntry> entries, string pattern, int? count, bool isUnique)
    {
        // Backslash is no escape here, as in IPython's.
        var expression = pattern.Replace("\\", "\\\\", StringComparison.Ordinal);
        var found = entries.Reverse().Where(entry => FileSystemName.MatchesSimpleExpression(expression, entry.Input, ignoreCase: false));
        if (isUnique)
            found = found.DistinctBy(entry => entry.Input, StringComparer.Ordinal);
        return found.Take(Math.Max(count ?? int.MaxValue, 0)).Reverse();
    }
}
