using IpytestNet.Kernel;
using IpytestNet.Kernel.Completion;

namespace IpytestNet.Specs.Kernel.Completion;

/// <summary>A cell that is being written, with the cursor at the sign <c>¦</c>.</summary>
internal sealed record CellWithCursor(string Code, int Position)
{
    private const char Cursor = '¦';

    public static CellWithCursor Of(string text)
    {
        var position = text.IndexOf(Cursor, StringComparison.Ordinal);
        return new CellWithCursor(text.Remove(position, 1), position);
    }

    /// <summary>The completions at the cursor.</summary>
    public static CompletionList In(Notebook notebook, string text)
    {
        var cell = Of(text);
        return notebook.Complete(cell.Code, cell.Position);
    }

    /// <summary>The texts of the completions at the cursor.</summary>
    public static IReadOnlyList<string> Names(Notebook notebook, string text) => [.. In(notebook, text).Items.Select(item => item.Text)];

    /// <summary>Fails unless the completions have all the names of a list, and none that stands there after an exclamation mark.</summary>
    public static void Offers(Notebook notebook, string text, string expected)
    {
        var names = Names(notebook, text);
        var words = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var missing = words.Where(word => word[0] is not '!' && !names.Contains(word, StringComparer.Ordinal));
        var unwanted = words.Where(word => word[0] is '!' && names.Contains(word[1..], StringComparer.Ordinal));
        Xunit.Assert.True(!missing.Any() && !unwanted.Any(),
            $"{text}\nmissing: {string.Join(' ', missing)}\nunwanted: {string.Join(' ', unwanted)}\nof {names.Count}: {string.Join(' ', names.Take(40))}");
    }
}
