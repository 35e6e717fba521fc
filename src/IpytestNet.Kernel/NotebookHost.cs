using IpytestNet.Cells;
using IpytestNet.CommandLine;
using IpytestNet.Coverage;
using IpytestNet.Hosting;
using IpytestNet.Ini;
using IpytestNet.Kernel.Assemblies;
using IpytestNet.Kernel.Compilation;
using IpytestNet.Kernel.Display;
using IpytestNet.Kernel.Execution;
using IpytestNet.Kernel.Guards;
using IpytestNet.Kernel.Libraries;
using IpytestNet.Kernel.Magics;
using IpytestNet.Kernel.Modules;
using IpytestNet.Kernel.Packages;
using IpytestNet.Kernel.Projects;
using IpytestNet.Rewriting;
using IpytestNet.Rewriting.Conditions;
using IpytestNet.Sessions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Kernel;

/// <summary>The engine behind a notebook, as the library sees it.</summary>
internal sealed class NotebookHost : INotebookHost
{
    private const string Declarations = "declarations";

    private readonly CellCompiler _compiler;
    private readonly LoadedModules _loadedFiles;
    private readonly MagicTable _magics = new();
    private readonly List<ExitCode> _testRuns = [];
    private object?[] _submissions = new object?[16];
    private int _cellNumber;

    public NotebookHost(NotebookOptions options)
    {
        NotebookName = options.Name;
        Folder = Path.GetFullPath(options.WorkingDirectory);
        var loadContext = new CellLoadContext();
        Dependencies = loadContext.Dependencies;
        var packages = new PackageScheme(loadContext, Folder, Folders, new PackageCache(options.PackageCache ?? PackageCache.OfUser()));
        var projects = new ProjectModules(new ProjectCompiler([new GuardRewriter()], [new BoundGuards()], () => _compiler!.Count) { Coverage = () => Session!.Coverage }, loadContext);
        var libraries = new LibraryModules(loadContext);
        Schemes = [packages, new ProjectScheme(projects, Folders)];
        _compiler = new CellCompiler(Folders, loadContext, [.. Schemes, new LibraryScheme(libraries, Folders, Schemes)]);
        _loadedFiles = new LoadedModules(_compiler, loadContext, code => Run("reload", NotebookCode.Parse(code, Session!.Names), isConftest: false));
        Modules = new NotebookModules([packages, libraries, projects, _loadedFiles], loadContext);
        Session = new NotebookSession(this)
        {
            AppendedArguments = options.RunArguments,
            FailuresBefore = options.FailuresBefore,
            Plugins = options.Plugins,
            RunEnded = _testRuns.Add,
            CommandCoverage = options.CommandCoverage,
        };
        ConsiderCoverage();
        AddMagic("time", call => TimeMagic.RunAsync(call, this));
        AddMagic("writefile", WriteFileMagic.RunAsync);
    }

    /// <inheritdoc/>
    public string NotebookName { get; }

    /// <inheritdoc/>
    public string Folder { get; }

    /// <inheritdoc/>
    public IList<ICellRewriter> Rewriters { get; } = [];

    /// <inheritdoc/>
    public ICodeModules Modules { get; }

    /// <inheritdoc/>
    public CancellationToken Interruption => ExecutionScope.Current?.Interruption ?? CancellationToken.None;

    /// <summary>The session of the notebook.</summary>
    public NotebookSession Session { get; }

    /// <summary>What on disk the cells have taken code from.</summary>
    public DependencyLog Dependencies { get; }

    /// <summary>How the test runs ended.</summary>
    public IReadOnlyList<ExitCode> TestRuns => _testRuns;

    /// <summary>The error that <see cref="RunCellAsync"/> has shown.</summary>
    public CellError? ShownError { get; private set; }

    /// <summary>The newest submission of the cells, or null before the first.</summary>
    public CSharpCompilation? NewestSubmission => _compiler.Newest;

    /// <summary>What finds references by a scheme of their own.</summary>
    public IReadOnlyList<IReferenceScheme> Schemes { get; }

    /// <summary>The names of the magics, sorted.</summary>
    public IReadOnlyList<string> Magics => _magics.Names;

    /// <summary>The errors in generated code that the user has not seen, each in a line.</summary>
    public IEnumerable<string> RewritingDefects => _compiler.Defects.Select(problem => $"{problem.Code}: {problem.Message}");

    /// <summary>Compiles a cell of no notebook, so that the first one of the user need not wait for the compiler to be compiled itself.</summary>
    public static void WarmUp()
    {
        const string code =
            """
            using System.Text.Json;
            record Point(int X, int Y);
            int Twice(int n) { for (var i = 0; i < 1; i++) n += n; return n; }
            var points = Enumerable.Range(0, 3).Select(x => new Point(x, Twice(x))).ToList();
            Console.WriteLine($"{points.Count} points");
            [Fact] async Task TestTwice() { await Task.Yield(); Assert(Twice(2) == 4 && points[0].X == 0); }
            points
            """;
        var host = new NotebookHost(new NotebookOptions());
        host.Compile("warm up", CellSyntax.Parse(code, host.Session.Names), isConftest: false).Prepared.Abandon();
    }

    /// <summary>Has MSBuild asked about a project, so that the first cell that refers to it need not wait for the answer.</summary>
    /// <param name="project">The full path of the project file.</param>
    public static void WarmUp(string project)
    {
        var host = new NotebookHost(new NotebookOptions());
        try
        {
            host.Compile("warm up", CellSyntax.Parse($"#r \"project: {project}\"", host.Session.Names), isConftest: false).Prepared.Abandon();
        }
        catch (CompilationException)
        {
            // The cell of the user will tell.
        }
    }

    private string Cell => $"In[{_cellNumber}]";

    private IReadOnlyList<string> Folders() => [Environment.CurrentDirectory, Folder];

    /// <inheritdoc/>
    public void AddMagic(string name, CellMagic magic) => _magics.Add(name, magic);

    /// <inheritdoc/>
    public void RemoveMagic(string name) => _magics.Remove(name);

    /// <inheritdoc/>
    public void Display(string plainText, string html) => CellDisplay.Current(new CellOutput.Displayed(MimeBundle.Of(plainText, html)));

    /// <inheritdoc/>
    public bool CanAsk => ExecutionScope.Current is { CanAsk: true };

    /// <inheritdoc/>
    public string? Ask(string prompt) => ExecutionScope.Current?.Ask(prompt);

    /// <summary>Runs the text of a cell, magic and all.</summary>
    public object? RunCell(int number, string text)
    {
        if (_cellNumber == 0)
            LoadConftests();
        _cellNumber = number;
        Session.Remember(Cell, text);
        return RunText(MarkerComments.Apply(text));
    }

    /// <inheritdoc/>
    public Task LoadAsync(string path)
    {
        var syntax = NotebookCode.Parse(File.ReadAllText(path), new HashSet<string>(StringComparer.Ordinal));
        Run(path, syntax, isConftest: true);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RunCellAsync(string code)
    {
        try
        {
            RunText(code);
            return Task.CompletedTask;
        }
        catch (Exception exception) when (exception is not CellFailedException && ExecutionScope.Current is { IsInterrupted: false } scope)
        {
            ShownError = Describe(exception);
            scope.Send(new CellOutput.Failed(ShownError));
            throw new CellFailedException(ShownError.Message);
        }
    }

    /// <inheritdoc/>
    public async Task DeclareAsync(string code)
    {
        var syntax = NotebookCode.Parse(code, new HashSet<string>(StringComparer.Ordinal));
        var guarded = EditComposer.Apply(code, [new GuardRewriter().Rewrite(syntax)]);
        switch (_compiler.Compile(new SourceCode(Declarations, guarded.Text, syntax.Root, guarded.ToOriginal), BoundRewriters()))
        {
            case CompiledCell.Rejected rejected:
                throw new CompilationException([.. rejected.Problems.Select(problem => Told(problem, prepared: null))]);
            case CompiledCell.Runnable runnable:
                Session.Coverage.Redeclared(Declarations);
                await runnable.Factory(Submissions());
                break;
        }
    }

    /// <inheritdoc/>
    public async Task<object?> EvaluateAsync(string expression, Type type)
    {
        NotebookCode.Check(expression);
        var code = $"((global::System.Func<{CSharpName.Of(type)}>)(() => {expression}\n))()";
        return _compiler.CompileAside("expression", code) switch
        {
            CompiledCell.Runnable runnable => await runnable.Factory(Submissions()),
            CompiledCell.Rejected rejected =>
                throw new CompilationException([.. rejected.Problems.Select(problem => Told(problem, prepared: null))]),
            _ => null,
        };
    }

    /// <summary>Binds a cell behind those that were bound before, and runs none.</summary>
    /// <param name="name">The name of the cell.</param>
    /// <param name="code">Its C#, without assertions of the notebook.</param>
    /// <exception cref="CompilationException">What a reference names cannot be had, or a loaded file does not compile.</exception>
    /// <exception cref="UsageException">The compiler would end the process.</exception>
    public CSharpCompilation Bind(string name, string code) => _compiler.Bind(name, NotebookCode.Parse(code, new HashSet<string>(StringComparer.Ordinal)));

    /// <inheritdoc/>
    public INotebookAside OpenAside() => new NotebookAside(_compiler, _submissions, Session.Names, [.. Rewriters], BoundRewriters(isMeasured: false));

    /// <summary>Tells what ended a cell.</summary>
    public CellError Describe(Exception exception) => exception switch
    {
        CompilationException { Problems.Count: > 0 } rejected => CellFailure.NotCompiled(rejected.Problems, ((Reporting.ISources)Session).Find),
        UsageException or UnknownMagicException => CellFailure.Said("UsageError", exception.Message),
        _ => CellFailure.Thrown(exception),
    };

    private object? RunText(string text)
    {
        var cell = CellText.Parse(text);
        if (cell.Magic is not { } magic)
            return Execute(cell.Body);
        _magics.Find(magic.Name)(new MagicCall(magic.Arguments, cell.Body, cell.Options?.Text)).GetAwaiter().GetResult();
        return null;
    }

    private object? Execute(string code)
    {
        var (value, hasValue) = Run(Cell, NotebookCode.Parse(code, Session.Names), isConftest: false);
        if (hasValue)
            ExecutionScope.Current?.Send(new CellOutput.Result(ValueDisplay.Bundle(value), _cellNumber));
        return value;
    }

    private (object? Value, bool HasValue) Run(string name, CellSyntax syntax, bool isConftest)
    {
        Directives.EnsureAvailable(name, syntax);
        var slot = _compiler.Slots;
        var (prepared, loaded, compiled) = Compile(name, syntax, isConftest);
        switch (compiled)
        {
            case CompiledCell.Rejected rejected:
                prepared.Abandon();
                throw new CompilationException([.. rejected.Problems.Select(problem => Told(problem, prepared))]);
            case CompiledCell.Runnable runnable:
                Session.Remember(name, [.. runnable.Warnings.Select(problem => Told(problem, prepared))]);
                if (!isConftest)
                {
                    _loadedFiles.Add(loaded, runnable.Code);
                    Measure(name, loaded);
                }

                return (Start(runnable, prepared.Syntax, slot), runnable.HasValue);
            default:
                return (null, false);
        }
    }

    private void Measure(string name, IReadOnlyList<CellSource> loaded)
    {
        foreach (var file in loaded)
            Session.Coverage.CompiledFiles(Path.GetFileName(file.Cell), [new(file.Cell, file.Root.SyntaxTree.GetText().ToString())]);
        if (name == Cell)
            Session.Coverage.CompiledCell(name, ((Reporting.ISources)Session).Find(name) ?? "");
    }

    private void LoadConftests()
    {
        Session.Conftests.RefreshAsync().GetAwaiter().GetResult();
        if (Session.Conftests.Problem is { } problem)
            Console.Error.WriteLine(problem);
    }

    private (PreparedCell Prepared, IReadOnlyList<CellSource> Loaded, CompiledCell Compiled) Compile(string name, CellSyntax written, bool isConftest)
    {
        PreparedCell? prepared = null;
        try
        {
            var loaded = _compiler.Load(name, written, Rewriters, [new GuardRewriter(), new AssertRewriter()], BoundRewriters(!isConftest));
            prepared = PreparedCell.Of(Session, name, written, Rewriters, [new RedeclarationRewriter(), new GuardRewriter()], loaded, isConftest);
            return (prepared, loaded, _compiler.Compile(new SourceCode(name, prepared.Text, prepared.Syntax.Root, prepared.ToSyntax), BoundRewriters(!isConftest)));
        }
        catch (RewriterException failure)
        {
            prepared?.Abandon();
            // Else no cell could run that takes it out.
            if (failure.Rewriter is ICellRewriter rule)
                Rewriters.Remove(rule);
            throw;
        }
    }

    // Probes stand around what the others make of the code.
    private List<IBoundRewriter> BoundRewriters(bool isMeasured = true) =>
        [.. Measuring(isMeasured), new BoundGuards(), .. Rewriters.OfType<IBoundRewriter>(), new BoundAssertions(explains: Rewriters.OfType<RewriteAssertTransformer>().Any())];

    // Where a file is wrong, the first run tells.
    private void ConsiderCoverage()
    {
        try
        {
            CoverageStart.Consider(Session, isConfigured: false, [.. IniSettings.Find(Folder).Arguments, .. Session.AppendedArguments]);
        }
        catch (UsageException)
        {
        }
    }

    private IEnumerable<IBoundRewriter> Measuring(bool isMeasured) => isMeasured && Session.Coverage.Rewriter(lambdasBecomeBlocks: true) is { } coverage ? [coverage] : [];

    private object? Start(CompiledCell.Runnable cell, CellSyntax syntax, int slot)
    {
        var reached = ExecutionScope.Current!.Reached;
        reached.Clear();
        var outer = Session.RunningCell;
        try
        {
            return cell.Factory(Submissions()).GetAwaiter().GetResult();
        }
        catch (Exception) when (_submissions[slot] is { } submission)
        {
            var earlier = _submissions.Take(slot).Reverse().OfType<object>();
            UnreachedVariables.Restore(syntax.Root, reached, submission, earlier);
            throw;
        }
        finally
        {
            Session.RunningCell = outer;
            Session.Coverage.EndOwnRuns();
        }
    }

    private object?[] Submissions()
    {
        if (_compiler.Slots + 1 >= _submissions.Length)
            Array.Resize(ref _submissions, _submissions.Length * 2);
        return _submissions;
    }

    private static CompilationProblem Told(CellProblem problem, PreparedCell? prepared)
    {
        if (prepared is not null && problem.Start >= 0 && problem.Tree == prepared.Cell)
            problem = problem.At(prepared.Original, prepared.ToOriginal(problem.Start));
        return problem.ToCompilationProblem();
    }
}
