using IpytestNet.Hosting;
using IpytestNet.Rewriting;

namespace IpytestNet.Sessions;

/// <summary>A cell that is ready to be compiled by its host: rewritten, and awaited by its session.</summary>
public sealed class PreparedCell
{
    private readonly RewrittenText? _ruled;
    private readonly RewrittenText _rewritten;
    private readonly int _token;

    private PreparedCell(string cell, string code, CellSyntax syntax, RewrittenText? ruled, RewrittenText rewritten, string trailer, int token)
    {
        Cell = cell;
        Original = code;
        Syntax = syntax;
        _ruled = ruled;
        _rewritten = rewritten;
        _token = token;
        Text = rewritten.Text + trailer;
    }

    /// <summary>The name of the cell, as <c>In[3]</c>.</summary>
    public string Cell { get; }

    /// <summary>The cell's code as the user wrote it, without its magic.</summary>
    public string Original { get; }

    /// <summary>The code to compile.</summary>
    public string Text { get; }

    /// <summary>What the rules of the user have made of the code.</summary>
    internal CellSyntax Syntax { get; }

    /// <summary>Passes a cell's code through the rewriters: the user's, then the library's own.</summary>
    /// <param name="session">The session that the cell's definitions join when it starts to run.</param>
    /// <param name="cell">The name of the cell.</param>
    /// <param name="code">The cell's code, without its magic.</param>
    /// <param name="rewriters">The user's rewriters.</param>
    public static PreparedCell Of(NotebookSession session, string cell, string code, IEnumerable<ICellRewriter> rewriters) =>
        Of(session, cell, CellSyntax.Parse(code, session?.Names ?? throw new ArgumentNullException(nameof(session))), rewriters, ofHost: [], loaded: []);

    /// <summary>Does so for a cell that is parsed already and may load files, whose definitions join the session with its own.</summary>
    internal static PreparedCell Of(
        NotebookSession session,
        string cell,
        CellSyntax written,
        IEnumerable<ICellRewriter> ofUser,
        IEnumerable<ICellRewriter> ofHost,
        IReadOnlyList<CellSource> loaded,
        bool isConftest = false)
    {
        var ruled = UserRules.Apply(written, ofUser);
        var syntax = ruled is null ? written : written.With(ruled.Text);
        var token = session.Expect([.. loaded.Select(file => file with { IsConftest = isConftest }), new CellSource(cell, syntax.Root) { IsConftest = isConftest }]);
        ICellRewriter[] all = [new RegistrationRewriter(token), .. ofHost, new AssertRewriter()];
        var rewritten = EditComposer.Apply(syntax.Text.ToString(), all.Select(rewriter => rewriter.Rewrite(syntax)));
        // Files that a cell loads run before it; a cell with nothing else gets its anchor on a line of its own behind them.
        var trailer = syntax.Root.Members.Count == 0 && syntax.Root.GetLoadDirectives().Count > 0
            ? "\n" + RegistrationRewriter.Anchor(token)
            : "";
        return new PreparedCell(cell, written.Text.ToString(), syntax, ruled, rewritten, trailer, token);
    }

    /// <summary>Maps a position in <see cref="Text"/> to the cell's own code.</summary>
    public int ToOriginal(int position) => _ruled?.ToOriginal(ToSyntax(position)) ?? ToSyntax(position);

    /// <summary>Maps a position in <see cref="Text"/> to <see cref="Syntax"/>.</summary>
    internal int ToSyntax(int position) => Math.Min(_rewritten.ToOriginal(Math.Min(position, _rewritten.Text.Length)), Syntax.Text.Length);

    /// <summary>Tells the session that the cell will not run, because it does not compile.</summary>
    public void Abandon() => CellAnchor.Forget(_token);
}
