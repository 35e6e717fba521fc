using IpytestNet.CommandLine;
using IpytestNet.Execution;
using IpytestNet.Plugins;
using IpytestNet.Specs.Documents;
using IpytestNet.Specs.Reporting;

namespace IpytestNet.Specs.Reports;

/// <summary>A run with every outcome, put down by hand and read through a report.</summary>
internal sealed class ReportSample : IDisposable
{
    private const string Module = "Notebook.ipynb";

    private readonly TemporaryFolder _folder = new();
    private readonly KnownSources _sources = new();

    public ReportSample() => _sources.Add("In[3]", """
        [Fact] void TestAdd() => Assert(1 + 1 == 2);
        [Fact] void TestSub() => Assert(3 - 1 == 1);
        """);

    /// <summary>The messages of the run.</summary>
    public static IReadOnlyList<RunMessage> Messages { get; } = [.. Run()];

    /// <summary>The file that the report has written.</summary>
    public string PathOf(string name) => _folder.PathOf(name);

    /// <summary>Runs a report and gives its file.</summary>
    public string Write(IPlugin report, string option, IEnumerable<RunMessage>? messages = null)
    {
        Configure(report, (option, "out/report"));
        foreach (var message in messages ?? Messages)
            report.Handle(message);
        return File.ReadAllText(_folder.PathOf("out/report"));
    }

    /// <summary>Lets a plugin learn the options of the run.</summary>
    public void Configure(IPlugin report, params (string Name, string Value)[] options) => report.Configure(new PluginContext
    {
        Options = new RunOptions { PluginValues = options.ToDictionary(option => option.Name, option => (IReadOnlyList<string>)[option.Value], StringComparer.Ordinal) },
        ModuleName = Module,
        RootDirectory = _folder.Root,
        Output = TextWriter.Null,
        FindSource = ((IpytestNet.Reporting.ISources)_sources).Find,
    });

    public void Dispose() => _folder.Dispose();

    /// <summary>A test that has ended.</summary>
    public static RunMessage.TestFinished Ended(string path, TestOutcome outcome, string output = "", string error = "", int line = 0)
    {
        var parts = path.Split("::");
        var test = new TestCase
        {
            NodeId = $"{Module}::{path}",
            Module = Module,
            Classes = parts[..^1],
            Name = parts[^1].Split('(')[0],
            DisplayName = parts[^1],
            SourceFile = line > 0 ? "In[3]" : null,
            SourceLine = line,
        };
        return new RunMessage.TestFinished(test, outcome, TimeSpan.FromMilliseconds(1500), output, error);
    }

    /// <summary>A failure of an assertion in the second line of the cell.</summary>
    public static TestOutcome.Failed Failed(string message) => new(Failure(message));

    private static Failure Failure(string message) => new([Thrown.Assertion(message, "In[3]:2 TestSub")]);

    private static IEnumerable<RunMessage> Run()
    {
        RunMessage.TestFinished[] tests =
        [
            Ended("TestAdd", new TestOutcome.Passed(), "added\n", line: 1) with
            {
                Phases = [new TestPhase("setup", TimeSpan.FromMilliseconds(250), "made ready\n", ""), new TestPhase("teardown", TimeSpan.FromMilliseconds(50), "cleaned up\n", "")],
            },
            Ended("TestSub", Failed("Assertion failed: 3 - 1 == 1\n  where 3 - 1 = 2"), "\e[31mred\e[0m & <b>\0\uFFFE\n", "to stderr\n", line: 2),
            Ended("TestRows(n: \"a<b>\\u0001\")", new TestOutcome.Passed()),
            Ended("CalcTests::Div", new TestOutcome.Skipped("not yet"), line: 2),
            Ended("CalcTests::Mod", new TestOutcome.XFailed("known bug", Failure("Assertion failed: 7 % 2 == 0"))),
            Ended("CalcTests::Pow", new TestOutcome.XPassed("known bug")),
            Ended("TestNoFixture", new TestOutcome.Errored(Failure("no database"), "setup")),
            Ended("TestLeaks", new TestOutcome.Passed()),
            Ended("TestLeaks", new TestOutcome.Errored(Failure("cannot close"), "teardown"), "closing\n"),
            Ended("TestBoth", Failed("Assertion failed: false")),
            Ended("TestBoth", new TestOutcome.Errored(Failure("cannot close either"), "teardown")),
        ];
        yield return new RunMessage.Started("/home/ada");
        yield return new RunMessage.Warning("Old is obsolete & <gone>");
        yield return new RunMessage.Collected([.. tests.Select(test => test.Test).DistinctBy(test => test.NodeId)], 2);
        foreach (var test in tests)
        {
            yield return new RunMessage.TestStarted(test.Test);
            yield return test;
        }

        yield return new RunMessage.Finished(ExitCode.TestsFailed, TimeSpan.FromSeconds(12.5));
    }
}
