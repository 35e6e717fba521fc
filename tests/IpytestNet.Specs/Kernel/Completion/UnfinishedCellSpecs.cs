using IpytestNet.Kernel;
using IpytestNet.Kernel.Completion;
using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Kernel.Completion;

/// <summary>Whatever is written, and whatever the notebook does meanwhile, there is an answer.</summary>
public sealed class UnfinishedCellSpecs(CompletionNotebook completed) : IClassFixture<CompletionNotebook>
{
    private const string Sizeable =
        """"
        %%ipytest -q --maxfail=2
        // ipytest: raiseOnError: true
        using System.Text.Json;
        /// <summary>Adds <paramref name="a"/>.</summary>
        [Theory, InlineData(1, "x"), Trait("a", Value = 'b')]
        async Task<(int Sum, string)> Test<T>(int a, string? b = null, params T[] rest) where T : class, new()
        {
            var text = $"a {b?.Length:0.00} {(a > 1 ? "yes" : $"{nameof(a)}")}" + @"verbatim ""quoted""" + """raw "text" """;
            if (rest is [{ } first, .., not null] && first is Person { Name: { Length: > 3 } name, Age: 1 or 2 } p) goto end;
            foreach (var (key, value) in pairs.Where(x => x.Value.Age > 3).OrderBy(x => x.Key))
                await foreach (var item in Items()) yield return item![^1]..[1..2];
            Assert(list.Select((x, i) => (x, i)).All(t => t.x.Length > t.i), "message");
            var made = new Person("a", 1) { Shade = Shade.Dark, Parent = new("b", 2) } with { Age = 3 };
            var y = a switch { 1 => from e in list let l = e.Length where l > 1 group e by l into g select g.Key, _ => throw new() };
            unsafe { fixed (char* c = text) { c->ToString(); } }
        end: try { checked { a++; } } catch (Exception e) when (e.Message is "") { throw; } finally { lock (this) { } }
            Func<int, int> f = static (in int q) => { return q * 2; }; delegate { }; stackalloc int[] { 1 };
        }
        /* 😀 a comment */ var 𝒳 = '\u0041'; // 😀
        """";

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(9)]
    public void Beginnings_of_a_cell(int first)
    {
        using var notebook = new Notebook();

        for (var length = first; length <= Sizeable.Length; length += 12)
        {
            Ask(notebook, Sizeable[..length], length);
            Assert.True(notebook.EditorDefect is null, $"{Sizeable[..length]}\n{notebook.EditorDefect}");
        }
    }

    [Fact]
    public void Places_all_over_a_cell()
    {
        for (var position = 0; position <= Sizeable.Length; position += 11)
        {
            Ask(completed.Notebook, Sizeable, position);
            Assert.True(completed.Notebook.EditorDefect is null, $"at {position}: {Sizeable[..position]}\n{completed.Notebook.EditorDefect}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("\ud83d")]
    [InlineData("😀😀")]
    [InlineData("\r\r\n\n")]
    [InlineData("(((((((((((((((((((((")]
    [InlineData("[[[[{{{{((((")]
    [InlineData("\"\"\"\"\"")]
    [InlineData("$$$\"\"\"{{{")]
    [InlineData("#r \"\0\"")]
    [InlineData("#load \"\0\"")]
    [InlineData("#r \"/\"")]
    [InlineData("#r \"missing.dll\"\n#load \"missing.csx\"\nmissing.")]
    [InlineData("#r \"System.Xml\"\n#r ")]
    [InlineData("#load \".\"")]
    [InlineData("%%")]
    [InlineData("#!")]
    [InlineData("@")]
    [InlineData("<<<<<")]
    [InlineData("a?.b?.[")]
    public void Hostile_text_at_any_position(string code)
    {
        foreach (var position in new[] { int.MinValue, 0, 1, code.Length, int.MaxValue })
        {
            var list = Ask(completed.Notebook, code, position);

            Assert.InRange(list.Start, 0, list.End);
            Assert.InRange(list.End, 0, code.Length);
        }
    }

    [Theory]
    [InlineData("(", 100_000)]
    [InlineData("a.", 1_000)]
    [InlineData("1+", 5_000)]
    [InlineData("{", 5_000)]
    [InlineData("x => ", 500)]
    [InlineData("List<", 2_000)]
    [InlineData("List<\n", 2_000)]
    [InlineData("(int)", 2_000)]
    [InlineData("!", 2_000)]
    [InlineData("new ", 2_000)]
    [InlineData("if (true) ", 2_000)]
    [InlineData("a ? ", 500)]
    [InlineData("from a in ", 150)]
    [InlineData("$\"{", 2_000)]
    [InlineData("not ", 2_000)]
    [InlineData("int?[]*", 2_000)]
    [InlineData("class C : ", 2_000)]
    [InlineData("void F() => ", 2_000)]
    [InlineData("ref ", 2_000)]
    [InlineData("a is b and ", 2_000)]
    [InlineData("else ", 2_000)]
    [InlineData("\"a\" + ", 2_000)]
    [InlineData(".M()", 20_000)]
    public void Endless_nesting(string part, int times)
    {
        var code = string.Concat(Enumerable.Repeat(part, times));

        Assert.NotNull(Ask(completed.Notebook, code, code.Length));
    }

    [Fact]
    public void While_a_cell_runs_forever()
    {
        using var notebook = new Notebook();
        notebook.Run("var before = \"text\";");
        using var isRunning = new ManualResetEventSlim();
        var running = new Thread(() => notebook.Run("Console.WriteLine(\"on\"); while (true) { }", output =>
        {
            if (output is CellOutput.Stream)
                isRunning.Set();
        }));
        running.Start();
        Assert.True(isRunning.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));

        var names = CellWithCursor.Names(notebook, "before.¦");
        var inspection = notebook.Inspect("before", 3);

        Assert.True(running.IsAlive);
        Assert.Contains("Length", names);
        Assert.StartsWith("string before", inspection?.PlainText, StringComparison.Ordinal);
        notebook.Interrupt();
        Assert.True(running.Join(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task From_several_threads_while_cells_are_compiled()
    {
        using var notebook = new Notebook();
        notebook.Run("var shared = \"text\";");
        using var ended = new CancellationTokenSource();
        var askers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var answers = new List<bool>();
            do
                answers.Add(CellWithCursor.Names(notebook, "shared.¦").Contains("Length", StringComparer.Ordinal));
            while (!ended.IsCancellationRequested);
            return answers;
        })).ToArray();

        for (var i = 0; i < 10; i++)
            notebook.Run($"var v{i} = {i};");
        await ended.CancelAsync();

        var answers = await Task.WhenAll(askers);
        Assert.DoesNotContain(false, answers.SelectMany(answer => answer));
        Assert.Null(notebook.EditorDefect);
    }

    [Fact]
    public void What_a_cell_defined_is_offered_as_soon_as_it_has_run()
    {
        using var notebook = new Notebook();
        Assert.Empty(CellWithCursor.Names(notebook, "freshly¦"));

        notebook.Run("var freshlyMade = 1;");

        Assert.Equal(["freshlyMade"], CellWithCursor.Names(notebook, "freshly¦"));
        notebook.Run("var freshlyMade = \"text\"; int FreshlyAdded() => 1;");
        Assert.Contains("Length", CellWithCursor.Names(notebook, "freshlyMade.¦"));
        Assert.Equal(["freshlyMade", "FreshlyAdded"], CellWithCursor.Names(notebook, "freshly¦"));
    }

    [Fact]
    public void Nothing_is_run_or_defined_by_asking()
    {
        using var notebook = new Notebook();

        Ask(notebook, "var asked = 1; throw new Exception();", 20);

        Assert.Empty(CellWithCursor.Names(notebook, "asked¦"));
        Assert.Equal(0, notebook.ExecutionCount);
    }

    private static CompletionList Ask(Notebook notebook, string code, int position)
    {
        var list = notebook.Complete(code, position);
        notebook.Inspect(code, position);
        Assert.NotNull(notebook.CompletenessOf(code));
        return list;
    }
}
