using IpytestNet.CommandLine;
using IpytestNet.Execution;
using IpytestNet.Reporting;

namespace IpytestNet.Specs.Reporting;

/// <summary>A run put down by hand, message by message, and read through the report.</summary>
internal sealed class RecordedRun
{
    private readonly List<RunMessage.TestFinished> _finished = [];
    private readonly List<RunMessage.Warning> _warnings = [];
    private readonly KnownSources _sources = new();
    private RunOptions _options = new();
    private RunMessage.Finished _end = new(ExitCode.Ok, TimeSpan.FromSeconds(0.02));
    private TestCase? _interrupted;
    private bool _color;
    private int _width = 80;
    private int _deselected;
    private int _notRun;

    /// <summary>The run of the notebook that the option tables speak of.</summary>
    public static RecordedRun OfExample() => new RecordedRun()
        .Cell("In[3]", """
            [Fact] void TestAdd() => Assert(1 + 1 == 2);
            [Fact] void TestSub() => Assert(3 - 1 == 1);                          // fails
            [Theory, InlineData(1), InlineData(2), InlineData(3)]
            void TestRows(int n)
            {
                Console.WriteLine($"row {n}");
                Assert(n != 2);
            }
            """)
        .Passes("TestAdd")
        .Fails("TestSub", Thrown.Assertion("Assertion failed: 3 - 1 == 1\n  where 3 - 1 = 2", "In[3]:2 TestSub"))
        .Passes("TestRows(n: 1)").Prints("row 1\n")
        .Fails("TestRows(n: 2)", Thrown.Assertion("Assertion failed: n != 2\n  where n = 2", "In[3]:7 TestRows")).Prints("row 2\n")
        .Passes("TestRows(n: 3)").Prints("row 3\n")
        .Passes("TestSlow")
        .Passes("CalcTests::Mul")
        .Skips("CalcTests::Div", "not yet");

    public RecordedRun With(Func<RunOptions, RunOptions> change)
    {
        _options = change(_options);
        return this;
    }

    public RecordedRun Verbosity(int verbosity) => With(options => options with { Verbosity = verbosity });

    public RecordedRun Traceback(TracebackStyle style) => With(options => options with { Traceback = style });

    public RecordedRun CollectOnly() => With(options => options with { CollectOnly = true });

    public RecordedRun Colored()
    {
        _color = true;
        return this;
    }

    public RecordedRun Wide(int width)
    {
        _width = width;
        return this;
    }

    public RecordedRun Cell(string file, string text)
    {
        _sources.Add(file, text);
        return this;
    }

    public RecordedRun Passes(string name, string module = "Notebook.ipynb") => Ends(name, new TestOutcome.Passed(), module);

    public RecordedRun Skips(string name, string reason) => Ends(name, new TestOutcome.Skipped(reason));

    public RecordedRun Fails(string name, params FailedException[] exceptions) =>
        Ends(name, new TestOutcome.Failed(new Failure(exceptions)));

    public RecordedRun Errs(string name, string when, params FailedException[] exceptions) =>
        Ends(name, new TestOutcome.Errored(new Failure(exceptions), when));

    /// <summary>Gives the last test its output.</summary>
    public RecordedRun Prints(string standardOutput, string standardError = "")
    {
        _finished[^1] = _finished[^1] with { StandardOutput = standardOutput, StandardError = standardError };
        return this;
    }

    /// <summary>Gives the last test the place of its definition.</summary>
    public RecordedRun DefinedAt(string file, int line)
    {
        _finished[^1] = _finished[^1] with { Test = _finished[^1].Test with { SourceFile = file, SourceLine = line } };
        return this;
    }

    public RecordedRun Warns(string text)
    {
        _warnings.Add(new RunMessage.Warning(text));
        return this;
    }

    public RecordedRun Deselects(int count)
    {
        _deselected = count;
        return this;
    }

    public RecordedRun Lasts(double seconds)
    {
        _end = _end with { Duration = TimeSpan.FromSeconds(seconds) };
        return this;
    }

    public RecordedRun Stops(string reason, int notRun)
    {
        _end = _end with { Stopped = reason };
        _notRun = notRun;
        return this;
    }

    /// <summary>Ends the run inside a test that has no outcome.</summary>
    public RecordedRun IsInterruptedIn(string name)
    {
        _interrupted = Test(name, "Notebook.ipynb");
        _end = _end with { ExitCode = ExitCode.Interrupted, Interrupted = _interrupted };
        return this;
    }

    /// <summary>Ends the run between tests.</summary>
    public RecordedRun IsInterrupted()
    {
        _end = _end with { ExitCode = ExitCode.Interrupted };
        _notRun = 1;
        return this;
    }

    public string Report()
    {
        var output = new StringWriter();
        var report = new TerminalReport(output, Style());
        foreach (var message in Messages())
            report.Handle(message);
        return output.ToString();
    }

    /// <summary>The text that can be seen when the given message has been handled, for each message in turn.</summary>
    public IEnumerable<string> ReportStepwise()
    {
        var output = new StringWriter();
        var report = new TerminalReport(output, Style());
        foreach (var message in Messages())
        {
            report.Handle(message);
            yield return output.ToString();
        }
    }

    private ReportStyle Style() => new()
    {
        Options = _options,
        Color = _color,
        Width = _width,
        ModuleName = "Notebook.ipynb",
        Sources = _sources,
        Header = "platform linux -- .NET 10.0.1, ipytest-0.1.0, xunit-3.2.2",
    };

    private IEnumerable<RunMessage> Messages()
    {
        var selected = _finished.Select(finished => finished.Test).DistinctBy(test => test.NodeId);
        var others = Enumerable.Range(1, _notRun).Select(number => Test($"TestNotRun{number}", "Notebook.ipynb"));
        IEnumerable<TestCase> interrupted = _interrupted is null ? [] : [_interrupted];
        yield return new RunMessage.Started("/home/ada/notebooks");
        foreach (var warning in _warnings)
            yield return warning;
        yield return new RunMessage.Collected([.. selected, .. interrupted, .. others], _deselected);
        foreach (var finished in _options.CollectOnly ? [] : _finished)
        {
            yield return new RunMessage.TestStarted(finished.Test);
            yield return finished;
        }

        if (_interrupted is not null)
            yield return new RunMessage.TestStarted(_interrupted);
        yield return _end;
    }

    private RecordedRun Ends(string name, TestOutcome outcome, string module = "Notebook.ipynb")
    {
        _finished.Add(new RunMessage.TestFinished(Test(name, module), outcome, TimeSpan.FromMilliseconds(1), "", ""));
        return this;
    }

    private static TestCase Test(string path, string module)
    {
        var parts = path.Split("::");
        return new TestCase
        {
            NodeId = $"{module}::{path}",
            Module = module,
            Classes = parts[..^1],
            Name = parts[^1].Split('(')[0],
            DisplayName = parts[^1],
        };
    }
}
