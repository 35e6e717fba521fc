namespace IpytestNet.Assertions;

/// <summary>Which operands of a chain have a line of their own.</summary>
/// <param name="maxLines">How many lines there may be.</param>
internal sealed class ChainFolding(int maxLines)
{
    /// <summary>Marks the operands to show: all of a short chain, of a long one those that decide and their neighbours.</summary>
    /// <param name="deciding">Which operands decide.</param>
    public IReadOnlyList<bool> Kept(IReadOnlyList<bool> deciding)
    {
        var kept = new bool[deciding.Count];
        var isShort = kept.Length <= maxLines / 2;
        var room = maxLines;
        for (var i = 0; i < kept.Length && room > 0; i++)
        {
            kept[i] = isShort || Enumerable.Range(i - 1, 3).Any(near => near >= 0 && near < kept.Length && deciding[near]);
            room -= kept[i] ? 1 : 0;
        }

        return kept;
    }
}
