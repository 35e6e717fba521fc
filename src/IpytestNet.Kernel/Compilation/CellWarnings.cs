using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Compilation;

/// <summary>What the compiler warns of in a cell that concerns tests: obsolete members, and tasks that nobody awaits.</summary>
internal static class CellWarnings
{
    private const string NotAwaitedCode = "CS4014";

    private static readonly string[] Codes = ["CS0612", "CS0618", NotAwaitedCode];

    /// <summary>Finds the warnings.</summary>
    /// <param name="compilation">The cell, compiled.</param>
    /// <param name="diagnostics">What the compiler said.</param>
    public static IReadOnlyList<CellProblem> Of(CSharpCompilation compilation, IEnumerable<Diagnostic> diagnostics)
    {
        CellProblem[] said = [.. diagnostics.Where(diagnostic => Codes.Contains(diagnostic.Id, StringComparer.Ordinal)).Select(CellProblem.Of)];
        var notAwaited = said.Where(problem => problem.Code is NotAwaitedCode).Select(problem => (problem.Tree, problem.Start)).ToHashSet();
        return
        [
            .. said,
            .. compilation.SyntaxTrees.SelectMany(tree => NotAwaited((CSharpSyntaxTree)tree, compilation))
                .Where(problem => !notAwaited.Contains((problem.Tree, problem.Start))),
        ];
    }

    // The compiler says so of async functions alone, and of all that return tasks only where the caller is async.
    private static IEnumerable<CellProblem> NotAwaited(CSharpSyntaxTree tree, CSharpCompilation compilation)
    {
        var calls = tree.GetCompilationUnitRoot().DescendantNodes(IsOnTheWay)
            .OfType<MethodDeclarationSyntax>()
            .Where(IsOfTests)
            .SelectMany(method => method.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
            .OfType<ExpressionStatementSyntax>()
            .Select(statement => statement.Expression)
            .OfType<InvocationExpressionSyntax>()
            .ToList();
        if (calls.Count == 0)
            yield break;
        var model = compilation.GetSemanticModel(tree);
        foreach (var call in calls.Where(call => IsTask(model.GetTypeInfo(call).Type)))
        {
            yield return CellProblem.Of(call.GetLocation()) with
            {
                Code = "IPY0004",
                Message = "The task of this call is not awaited, so the test may end before it does and miss its error; make the function async and await it",
            };
        }
    }

    private static bool IsOnTheWay(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;

    private static bool IsOfTests(MethodDeclarationSyntax method) =>
        !method.Modifiers.Any(SyntaxKind.AsyncKeyword)
        && (method.AttributeLists.Count > 0 || method.Identifier.ValueText.StartsWith("test", StringComparison.OrdinalIgnoreCase));

    private static bool IsTask(ITypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } };
}
