using System.Collections.Concurrent;

namespace IpytestNet.Kernel.Execution;

/// <summary>The declarations of a cell that its code has come past, by their positions in the cell.</summary>
internal sealed class ReachedDeclarations
{
    private readonly ConcurrentDictionary<int, bool> _positions = new();

    /// <summary>Takes down that a declaration has been run to its end.</summary>
    public void Add(int position) => _positions[position] = true;

    /// <summary>Whether a declaration has been run to its end.</summary>
    public bool Contains(int position) => _positions.ContainsKey(position);

    /// <summary>Begins anew, with another text.</summary>
    public void Clear() => _positions.Clear();
}
