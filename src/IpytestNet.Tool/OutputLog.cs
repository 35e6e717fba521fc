using IpytestNet.Kernel.Execution;

namespace IpytestNet.Tool;

/// <summary>Keeps the outputs of a cell for its file and passes them on to the screen.</summary>
/// <param name="screen">The screen.</param>
internal sealed class OutputLog(RunScreen screen)
{
    private readonly List<CellOutput> _outputs = [];

    /// <summary>Takes an output.</summary>
    public void Add(CellOutput output)
    {
        _outputs.Add(output);
        screen.Show(output);
    }

    /// <summary>Returns the outputs, with the error that ended the cell if it did not come as one.</summary>
    public IReadOnlyList<CellOutput> WithErrorOf(CellResult result) =>
        result is CellResult.Failed { Error: var error } && !_outputs.OfType<CellOutput.Failed>().Any()
            ? [.. _outputs, new CellOutput.Failed(error)]
            : _outputs;
}
