using System.Text;
using System.Text.Json;
using IpytestNet.Kernel.Documents;

namespace IpytestNet.Tool.Strip;

/// <summary>Takes out of a Jupyter notebook what runs have left in it, and leaves every other byte as it is.</summary>
internal sealed class NotebookStripping
{
    // As nbstripout has them.
    private static readonly string[] KeepingMarks = ["keep_output", "init_cell"];
    private static readonly string[] VolatileInCell = ["collapsed", "scrolled", "ExecuteTime", "heading_collapsed", "hidden"];
    private static readonly string[] VolatileInNotebook = ["signature", "widgets"];

    private readonly StripOptions _options;
    private readonly byte[] _json;
    private readonly List<(int Start, int End, string NewText)> _edits = [];

    private NotebookStripping(string text, StripOptions options)
    {
        _json = Encoding.UTF8.GetBytes(text);
        _options = options;
    }

    /// <summary>Returns the notebook without what runs have left; the text itself if there is nothing.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="options">What goes.</param>
    /// <exception cref="NotebookFormatException">The text is no Jupyter notebook.</exception>
    public static string Strip(string text, StripOptions options)
    {
        var stripping = new NotebookStripping(text, options);
        stripping.Strip(JsonSpanReader.Read(stripping._json));
        return stripping._edits is [] ? text : stripping.Applied();
    }

    private void Strip(JsonSpan notebook)
    {
        // nbformat 3 has its cells one level deeper.
        var cells = notebook["cells"] is { } own ? [own] : (notebook["worksheets"]?.Items ?? []).Select(sheet => sheet["cells"]).OfType<JsonSpan>().ToList();
        if (cells is [] || cells.Exists(list => list.Kind is not JsonValueKind.Array))
            throw new NotebookFormatException("expected a Jupyter notebook, but there is no array 'cells' in it; leave the file out");

        var keepsAll = _options.KeepOutput || IsTrue(notebook["metadata"]?["keep_output"]);
        foreach (var cell in cells.SelectMany(list => list.Items).Where(cell => cell["cell_type"]?.Text is "code"))
            StripCell(cell, keepsAll);
        if (!_options.Metadata)
            return;
        Remove(notebook["metadata"], VolatileInNotebook);
        Remove(notebook["metadata"]?["language_info"], ["version"]);
    }

    private void StripCell(JsonSpan cell, bool keepsAll)
    {
        if (cell["outputs"] is { Kind: JsonValueKind.Array, Items.Count: > 0 } outputs)
        {
            if (!keepsAll && !IsKept(cell["metadata"]))
                _edits.Add((outputs.Start, outputs.End, "[]"));
            else
                ResetCounts(outputs.Items);
        }

        ResetCounts([cell]);
        Remove(cell["metadata"], _options.Metadata ? ["execution", .. VolatileInCell] : ["execution"]);
    }

    private static bool IsKept(JsonSpan? metadata) =>
        Array.Exists(KeepingMarks, mark => IsTrue(metadata?[mark])) || (metadata?["tags"]?.Items ?? []).Any(tag => tag.Text is "keep_output");

    private static bool IsTrue(JsonSpan? value) => value is { Kind: JsonValueKind.True };

    private void ResetCounts(IEnumerable<JsonSpan> objects)
    {
        if (_options.KeepCount)
            return;
        var counts = objects.SelectMany(span => new[] { span["execution_count"], span["prompt_number"] });
        foreach (var count in counts.OfType<JsonSpan>().Where(count => count.Kind is not JsonValueKind.Null))
            _edits.Add((count.Start, count.End, "null"));
    }

    // A member goes with the comma before it; the first ones with the comma behind them.
    private void Remove(JsonSpan? container, string[] names)
    {
        var members = container?.Members ?? [];
        var firstKept = members.TakeWhile(member => names.Contains(member.Name)).Count();
        if (firstKept > 0 && firstKept == members.Count)
            _edits.Add((container!.Start, container.End, "{}"));
        else if (firstKept > 0)
            _edits.Add((members[0].Start, members[firstKept].Start, ""));
        for (var i = firstKept + 1; i < members.Count; i++)
        {
            if (names.Contains(members[i].Name))
                _edits.Add((members[i - 1].Value.End, members[i].Value.End, ""));
        }
    }

    private string Applied()
    {
        using var stripped = new MemoryStream(_json.Length);
        var done = 0;
        foreach (var (start, end, newText) in _edits.OrderBy(edit => edit.Start))
        {
            stripped.Write(_json, done, start - done);
            stripped.Write(Encoding.UTF8.GetBytes(newText));
            done = end;
        }

        stripped.Write(_json, done, _json.Length - done);
        return Encoding.UTF8.GetString(stripped.GetBuffer(), 0, (int)stripped.Length);
    }
}
