using IpytestNet.Rewriting;
using IpytestNet.Specs.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace IpytestNet.Specs.Library;

/// <summary>The transformer that lets assertions explain themselves, registered with a notebook or used alone.</summary>
public sealed class RewriteAssertTransformerSpecs
{
    private const string Count = "NotebookSession.Current.Host.Rewriters.OfType<RewriteAssertTransformer>().Count()";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    [Fact]
    public void The_configuration_registers_one_and_takes_it_out()
    {
        using var notebook = new LiveNotebook().Given("using IpytestNet.Sessions;", "Ipytest.Config(rewriteAsserts: false);");
        Assert.Equal("0", notebook.Run(Count).Value);

        notebook.Given("Ipytest.Config(rewriteAsserts: true);", "Ipytest.Config(rewriteAsserts: true);", "Ipytest.AutoConfig();");
        Assert.Equal("1", notebook.Run(Count).Value);

        notebook.Given("Ipytest.Config(rewriteAsserts: false);");
        Assert.Equal("0", notebook.Run(Count).Value);
    }

    [Fact]
    public void It_can_be_registered_and_taken_out_by_hand()
    {
        using var notebook = new LiveNotebook().Given(
            "using IpytestNet.Sessions; int x = 1; Ipytest.Config(rewriteAsserts: false);",
            "var transformer = new RewriteAssertTransformer(); var shell = NotebookSession.Current.Host;");

        notebook.Given("transformer.RegisterWithShell(shell); transformer.RegisterWithShell(shell);");
        var registered = (notebook.Run(Count).Value, notebook.Run("Assert(x == 2);").Error?.Message);
        notebook.Given("new RewriteAssertTransformer().UnregisterWithShell(shell);");
        var removed = (notebook.Run(Count).Value, notebook.Run("Assert(x == 2);").Error?.Message);

        Assert.Equal(("1", "Assertion failed: x == 2\n  1 == 2\n  where x = 1"), registered);
        Assert.Equal(("0", "Assertion failed: x == 2"), removed);
    }

    [Fact]
    public async Task A_tree_that_is_visited_alone_becomes_code_that_CSharp_knows()
    {
        var (root, _) = ScriptCell.Bind("int x = 1; Assert(x == 1); Assert(x == 2, \"m\");");

        var visited = new RewriteAssertTransformer().Visit(root);

        var failure = await Assert.ThrowsAsync<AssertionException>(() => ScriptCell.RunAsync(visited.ToFullString()));
        Assert.Equal("Assertion failed: x == 2\n  m", failure.Message);
    }

    [Theory]
    [InlineData("int x = 1; Assert(x == 2);", "Assertion failed: x == 2\n  1 == 2\n  where x = 1")]
    [InlineData("int Add(int a, int b) => a + b; Assert(Add(1, 2) == 4);", "Assertion failed: Add(1, 2) == 4\n  3 == 4\n  where Add(1, 2) = 3")]
    [InlineData("int x = 1; Action check = () => Assert(x == 2, \"m\"); check();", "Assertion failed: x == 2\n  m\n  1 == 2\n  where x = 1")]
    [InlineData("int x = 1; System.Diagnostics.Debug.Assert(x == 2);", "Assertion failed: x == 2\n  1 == 2\n  where x = 1")]
    public async Task With_what_the_compiler_knows_of_it_the_code_explains_itself(string code, string message)
    {
        var (root, model) = ScriptCell.Bind(code);

        var visited = new RewriteAssertTransformer().Visit(root, model);

        var failure = await Assert.ThrowsAsync<AssertionException>(() => ScriptCell.RunAsync(visited.ToFullString()));
        Assert.Equal(message, failure.Message);
    }

    [Theory]
    [InlineData("int x = 1; Xunit.Assert.Equal(1, x);")]
    [InlineData("void Assert(bool ok) { } Assert(false);")]
    [InlineData("")]
    public void A_tree_without_an_assertion_stays_the_same(string code)
    {
        var (root, model) = ScriptCell.Bind(code);

        Assert.Same(root, new RewriteAssertTransformer().Visit(root));
        Assert.Same(root, new RewriteAssertTransformer().Visit(root, model));
    }

    [Fact]
    public void The_lines_of_a_tree_stay_where_they_are()
    {
        var (root, model) = ScriptCell.Bind("int x = 1;\nAssert(x\n  == 1);\nint y = 2;");

        var visited = new RewriteAssertTransformer().Visit(root, model);

        Assert.Equal(3, visited.DescendantNodes().OfType<VariableDeclaratorSyntax>().Single(variable => variable.Identifier.ValueText == "y").GetLocation().GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void Whole_source_files_can_be_visited()
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "IpytestNet.Specs"), "*.cs", SearchOption.AllDirectories).ToList();
        var trees = files.ConvertAll(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file, cancellationToken: TestContext.Current.CancellationToken));
        var usings = CSharpSyntaxTree.ParseText(ImplicitUsings, options, cancellationToken: TestContext.Current.CancellationToken);
        // The internal types of the library are visible to an assembly of this name.
        var references = ScriptCell.References.Where(reference => Path.GetFileName(reference.Display) != "IpytestNet.Specs.dll");
        var compilation = CSharpCompilation.Create("IpytestNet.Specs", [.. trees, usings], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

        var visited = trees
            .Where(tree => tree.ToString().Contains("        Assert.True(", StringComparison.Ordinal))
            .Select(tree => (Before: tree, After: new RewriteAssertTransformer().Visit(tree.GetRoot(TestContext.Current.CancellationToken), compilation.GetSemanticModel(tree)).SyntaxTree))
            .ToList();

        var after = visited.Aggregate(compilation, (current, pair) => current.ReplaceSyntaxTree(pair.Before, pair.After));
        Assert.Contains(visited, pair => pair.Before != pair.After);
        Assert.Equal(ErrorsOf(compilation), ErrorsOf(after));
    }

    [Fact]
    public void Only_the_root_of_a_tree_can_be_visited()
    {
        var (root, _) = ScriptCell.Bind("int x = 1; Assert(x == 1);");

        var error = Assert.Throws<ArgumentException>(() => new RewriteAssertTransformer().Visit(root.DescendantNodes().OfType<InvocationExpressionSyntax>().First()));

        Assert.StartsWith("Visit takes the root of a syntax tree, a compilation unit; this is a InvocationExpression.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void As_a_rewriter_of_cells_it_leaves_their_syntax_to_the_notebook() =>
        Assert.Empty(((ICellRewriter)new RewriteAssertTransformer()).Rewrite(CellSyntax.Parse("Assert(1 == 2);", new HashSet<string>())));

    private static List<string> ErrorsOf(Compilation compilation) =>
        [.. compilation.GetDiagnostics().Where(found => found.Severity is DiagnosticSeverity.Error).Select(found => found.Id).Order(StringComparer.Ordinal)];
}
