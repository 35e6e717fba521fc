using IpytestNet.Kernel.Execution;

namespace IpytestNet.Kernel;

#pragma warning disable MA0025 // the whole file is to be replaced
// TO BE REPLACED AT MERGE by the engine: this is its contract only, so that the command compiles against it.

/// <summary>A session in which the cells of a notebook run.</summary>
public sealed class Notebook : IDisposable
{
    /// <summary>Starts a session.</summary>
    public Notebook(NotebookOptions? options = null, TimeProvider? time = null)
    {
    }

    /// <summary>The number of the last code cell that ran.</summary>
    public int ExecutionCount => throw new NotImplementedException();

    /// <summary>How the test runs so far have ended.</summary>
    public IReadOnlyList<ExitCode> TestRuns => throw new NotImplementedException();

    /// <summary>Runs a cell to its end.</summary>
    public CellResult Run(string code, Action<CellOutput>? output = null) => throw new NotImplementedException();

    /// <summary>Runs the tests of the notebook.</summary>
    public ExitCode RunTests(Action<CellOutput>? output = null) => throw new NotImplementedException();

    /// <summary>Stops the cell that runs.</summary>
    public void Interrupt() => throw new NotImplementedException();

    /// <summary>Ends the session.</summary>
    public void Dispose()
    {
    }
}
