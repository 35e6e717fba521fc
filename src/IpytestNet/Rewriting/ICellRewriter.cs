namespace IpytestNet.Rewriting;

/// <summary>
/// One rule that changes the code of a cell before it is compiled. Those of the user are in the list <c>Rewriters</c> of the notebook's host;
/// the library's own, such as that for <c>Assert</c>, see what they have made of the cell.
/// </summary>
public interface ICellRewriter
{
    /// <summary>Lists the edits of the rule: insertions and replaced tokens, none of which adds or takes a line break.</summary>
    /// <param name="cell">The cell as the user wrote it, without the edits of other rewriters.</param>
    IEnumerable<TextEdit> Rewrite(CellSyntax cell);
}
