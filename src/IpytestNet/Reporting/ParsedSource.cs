using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Reporting;

/// <summary>The text of a cell or file with its syntax.</summary>
internal sealed class ParsedSource
{
    // A failing statement that goes on and on is shown in part.
    private const int MaxStatementLines = 10;

    private readonly SourceText _text;
    private readonly SyntaxNode _root;

    private ParsedSource(SourceText text, SyntaxNode root)
    {
        _text = text;
        _root = root;
    }

    /// <summary>The number of lines.</summary>
    public int LineCount => _text.Lines.Count;

    /// <summary>Parses a text; a compilation unit if the file is one, else a script.</summary>
    public static ParsedSource Parse(string file, string text)
    {
        var kind = file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) ? SourceCodeKind.Regular : SourceCodeKind.Script;
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None, kind);
        var root = CSharpSyntaxTree.ParseText(WithoutMagic(text), options).GetRoot();
        return new ParsedSource(SourceText.From(text), root);
    }

    /// <summary>Gives the number of white characters at the beginning of a line; as many as an int holds for an empty one.</summary>
    public int IndentationOf(int line)
    {
        var text = TextOf(line);
        var indentation = text.Length - text.TrimStart().Length;
        return indentation == text.Length ? int.MaxValue : indentation;
    }

    /// <summary>Gives a line by colours, without the indentation that is to be cut.</summary>
    public IReadOnlyList<InkedText> Pieces(int line, int indentation)
    {
        var span = _text.Lines[line - 1].Span;
        var cut = Math.Min(indentation, span.Length);
        return SourceColors.Pieces(_text, _root, TextSpan.FromBounds(span.Start + cut, span.End));
    }

    /// <summary>Finds the function around a line; a line outside of functions is its own.</summary>
    public FunctionExtent FunctionAround(int line)
    {
        var start = FirstCharacterOf(line);
        var token = _root.FindToken(start);
        var function = token.Parent?.AncestorsAndSelf().FirstOrDefault(IsFunction);
        if (function is null || function.SpanStart > start || function.Span.End <= start)
            return new FunctionExtent(line, line, line);

        return new FunctionExtent(LineOf(function.SpanStart), LineOf(BodyStart(function)), EndOfStatement(token, line));
    }

    private static bool IsFunction(SyntaxNode node) =>
        node is LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax
            or GlobalStatementSyntax { Statement: not LocalFunctionStatementSyntax };

    private static int BodyStart(SyntaxNode function) => function switch
    {
        LocalFunctionStatementSyntax { Body: { } body } => body.SpanStart,
        BaseMethodDeclarationSyntax { Body: { } body } => body.SpanStart,
        BasePropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.SpanStart,
        _ => function.SpanStart,
    };

    private int EndOfStatement(SyntaxToken token, int line)
    {
        var statement = token.Parent?.AncestorsAndSelf()
            .FirstOrDefault(node => node is StatementSyntax or ArrowExpressionClauseSyntax or MemberDeclarationSyntax);
        var isSimple = statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax
            or ThrowStatementSyntax or YieldStatementSyntax or ArrowExpressionClauseSyntax or BaseFieldDeclarationSyntax;
        if (statement is BaseMethodDeclarationSyntax { ExpressionBody: { } expression })
            return Limited(expression.Span.End);

        return isSimple ? Limited(statement!.Span.End) : line;

        int Limited(int end) => Math.Clamp(LineOf(end), line, line + MaxStatementLines - 1);
    }

    // The first line of a cell may be a magic, which is no C#.
    private static string WithoutMagic(string text)
    {
        var start = text.Length - text.TrimStart().Length;
        var rest = text.AsSpan(start);
        if (!rest.StartsWith("%%") && !rest.StartsWith("#!"))
            return text;

        var end = text.IndexOf('\n', start);
        return end < 0 ? "" : new string(' ', end) + text[end..];
    }

    private string TextOf(int line) => _text.Lines[line - 1].ToString();

    private int FirstCharacterOf(int line)
    {
        var span = _text.Lines[line - 1].Span;
        return Math.Min(span.End, span.Start + Math.Min(IndentationOf(line), span.Length));
    }

    private int LineOf(int position) => _text.Lines.GetLineFromPosition(position).LineNumber + 1;
}
