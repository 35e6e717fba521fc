using IpytestNet.Kernel.Execution;

namespace IpytestNet.Kernel.Documents;

/// <summary>What is left to see of the outputs of a notebook when some have replaced or cleared others.</summary>
internal static class SettledOutputs
{
    /// <summary>Applies updates and clearings, over all cells in the order in which they ran.</summary>
    public static IReadOnlyList<ExecutedCell> Of(IReadOnlyList<ExecutedCell> executed)
    {
        var updates = new Dictionary<string, CellOutput.Updated>(StringComparer.Ordinal);
        foreach (var update in executed.SelectMany(cell => cell.Outputs).OfType<CellOutput.Updated>())
            updates[update.DisplayId] = update;
        return [.. executed.Select(cell => cell with { Outputs = [.. Remaining(cell.Outputs).Select(Newest)] })];

        CellOutput Newest(CellOutput output) =>
            output is CellOutput.Displayed { DisplayId: { } id } shown && updates.TryGetValue(id, out var update) ? shown with { Data = update.Data } : output;
    }

    private static List<CellOutput> Remaining(IReadOnlyList<CellOutput> outputs)
    {
        var remaining = new List<CellOutput>();
        var clears = false;
        foreach (var output in outputs)
        {
            if (output is CellOutput.Cleared { Waits: var waits })
            {
                clears = waits;
                if (!waits)
                    remaining.Clear();
                continue;
            }

            if (output is CellOutput.Updated)
                continue;
            if (clears)
                remaining.Clear();
            clears = false;
            remaining.Add(output);
        }

        return remaining;
    }
}
