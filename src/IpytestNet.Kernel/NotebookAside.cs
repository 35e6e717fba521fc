using IpytestNet.Hosting;
using IpytestNet.Kernel.Compilation;
using IpytestNet.Kernel.Guards;
using IpytestNet.Rewriting;

namespace IpytestNet.Kernel;

/// <summary>Code beside the cells of a notebook, each piece a submission of a chain of its own.</summary>
/// <param name="compiler">The compiler of the cells.</param>
/// <param name="submissions">The live submissions of the cells.</param>
/// <param name="names">The names that the notebook defines.</param>
/// <param name="ofUser">The rules of the user.</param>
/// <param name="bound">What code passes through when it is bound.</param>
internal sealed class NotebookAside(
    CellCompiler compiler,
    IReadOnlyList<object?> submissions,
    IReadOnlySet<string> names,
    IReadOnlyList<ICellRewriter> ofUser,
    IReadOnlyList<IBoundRewriter> bound) : INotebookAside
{
    private const string Path = "aside";

    private readonly SubmissionChain _chain = compiler.Fork();
    private object?[] _submissions = [.. submissions];

    /// <inheritdoc/>
    public async Task<AsideResult> RunAsync(string code)
    {
        var written = NotebookCode.Parse(code, names);
        var ruled = UserRules.Apply(written, ofUser);
        var syntax = ruled is null ? written : written.With(ruled.Text);
        var rewritten = EditComposer.Apply(syntax.Text.ToString(), [new GuardRewriter().Rewrite(syntax), new AssertRewriter().Rewrite(syntax)]);
        switch (compiler.Compile(new SourceCode(Path, rewritten.Text, syntax.Root, ToSyntax), bound, _chain))
        {
            case CompiledCell.Rejected rejected:
                throw new CompilationException([.. rejected.Problems.Select(Told)]);
            case CompiledCell.Runnable runnable:
                if (_chain.Slots >= _submissions.Length)
                    Array.Resize(ref _submissions, _submissions.Length * 2);
                var value = await runnable.Factory(_submissions);
                return new AsideResult(value, runnable.HasValue);
            default:
                return new AsideResult(Value: null, HasValue: false);
        }

        int ToSyntax(int position) => Math.Min(rewritten.ToOriginal(Math.Min(position, rewritten.Text.Length)), syntax.Text.Length);

        CompilationProblem Told(CellProblem problem)
        {
            if (problem.Start < 0 || problem.Tree != Path)
                return problem.ToCompilationProblem();
            var start = ToSyntax(problem.Start);
            return problem.At(code, ruled?.ToOriginal(start) ?? start).ToCompilationProblem();
        }
    }
}
