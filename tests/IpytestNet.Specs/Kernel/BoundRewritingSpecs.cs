using IpytestNet.Kernel.Compilation;
using IpytestNet.Rewriting;
using IpytestNet.Specs.Rewriting;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace IpytestNet.Specs.Kernel;

/// <summary>A defect of the library's own rewriters leaves the code of the user as it is.</summary>
public sealed class BoundRewritingSpecs
{
    [Fact]
    public void A_rewriter_that_throws_changes_nothing_and_is_noted()
    {
        var rewriting = new BoundRewriting([new Throwing(), new Marking()]);

        var text = Rewrite(rewriting, "int x = 1;");

        Assert.Equal("/**/int x = 1;", text?.Text);
        Assert.Equal("NotSupportedException: of nothing", Assert.Single(rewriting.Defects.Select(problem => $"{problem.Code}: {problem.Message}")));
    }

    [Fact]
    public void Edits_that_do_not_compile_are_left_out_the_next_time()
    {
        var rewriting = new BoundRewriting([new Marking()]);
        var first = Rewrite(rewriting, "int x = 1;")!;
        var problem = new CellProblem("CS0000", "wrong", "cell", Start: 2, "cell", default);

        var leftOut = rewriting.LeaveOut([KeyValuePair.Create("cell", first)], [problem]);

        Assert.True(leftOut);
        Assert.Equal("int x = 1;", Rewrite(rewriting, "int x = 1;")?.Text);
        Assert.Equal([problem], rewriting.Defects);
        Assert.False(rewriting.LeaveOut([KeyValuePair.Create("cell", first)], [problem]));
    }

    private static RewrittenText? Rewrite(BoundRewriting rewriting, string code)
    {
        var (root, model) = ScriptCell.Bind(code);
        return rewriting.Rewrite(new SourceCode("cell", code, root, position => position), root.SyntaxTree, (CSharpCompilation)model.Compilation);
    }

    private sealed class Throwing : IBoundRewriter
    {
        public IEnumerable<TextEdit> Rewrite(BoundCell cell) => throw new NotSupportedException("of nothing");
    }

    private sealed class Marking(bool isOff = false) : IBoundRewriter
    {
        public IEnumerable<TextEdit> Rewrite(BoundCell cell) => isOff ? [] : [new TextEdit(0, 0, "/**/")];

        public IBoundRewriter? Without(IReadOnlyList<int> positions) => isOff || !positions.Contains(0) ? null : new Marking(isOff: true);
    }
}
