using IpytestNet.Kernel;

namespace IpytestNet.Tool.Runners;

/// <summary>Runs what every notebook needs once, so that it is compiled when a notebook comes.</summary>
/// <param name="projects">The full paths of projects that notebooks will refer to.</param>
internal sealed class WarmUp(IReadOnlyList<string> projects)
{
    private const string Cell =
        """
        int Add(int a, int b) => a + b;
        void TestAdd() { Assert(Add(1, 2) == 3); }
        [Fact] void Adds() => Assert.Equal(3, Add(1, 2));
        """;

    private readonly Lock _gate = new();
    private bool _isOver;

    /// <summary>Begins, on a thread of its own.</summary>
    public void Start() => new Thread(Run) { IsBackground = true }.Start();

    /// <summary>Leaves out what has not begun, and waits for what must not go on beside a notebook.</summary>
    public void End()
    {
        lock (_gate)
            _isOver = true;
    }

    private void Run()
    {
        NotebookHost.WarmUp();
        // A notebook sets the current directory of the process.
        lock (_gate)
        {
            if (!_isOver)
                RunNotebook();
        }

        foreach (var project in projects.TakeWhile(_ => !Volatile.Read(ref _isOver)))
            NotebookHost.WarmUp(project);
    }

    private static void RunNotebook()
    {
        using var notebook = new Notebook(new NotebookOptions { RunArguments = ["-p", "no:cacheprovider"] });
        notebook.Run(Cell);
        notebook.RunTests();
    }
}
