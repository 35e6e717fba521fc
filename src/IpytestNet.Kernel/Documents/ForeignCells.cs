namespace IpytestNet.Kernel.Documents;

/// <summary>The cells of a notebook that are in a language other than C#, gathered to be named in one message.</summary>
internal sealed class ForeignCells
{
    private readonly List<(string Language, string Place)> _cells = [];

    public void Add(CellLanguage language, string place) => _cells.Add((language.Name, place));

    /// <summary>Throws if there is any.</summary>
    public void Refuse()
    {
        if (_cells.Count is 0)
            return;

        var named = _cells.GroupBy(cell => cell.Language, (language, cells) => $"{language} ({string.Join(", ", cells.Select(cell => cell.Place))})");
        throw new NotebookFormatException(
            $"expected code cells in C# only, but there are cells in {string.Join(", ", named)}; take them out or make them markdown cells");
    }
}
