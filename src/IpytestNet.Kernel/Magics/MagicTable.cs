using System.Collections.Concurrent;
using IpytestNet.Hosting;

namespace IpytestNet.Kernel.Magics;

/// <summary>The magics of a notebook by name.</summary>
internal sealed class MagicTable
{
    private readonly ConcurrentDictionary<string, CellMagic> _magics = new(StringComparer.Ordinal);

    /// <summary>The names of the magics, sorted.</summary>
    public IReadOnlyList<string> Names => [.. _magics.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Makes a magic known; one of the same name is replaced.</summary>
    public void Add(string name, CellMagic magic) => _magics[name] = magic;

    /// <summary>Takes a magic away.</summary>
    public void Remove(string name) => _magics.TryRemove(name, out _);

    /// <summary>Gives a magic.</summary>
    /// <exception cref="UnknownMagicException">There is none of this name.</exception>
    public CellMagic Find(string name) => _magics.TryGetValue(name, out var magic)
        ? magic
        : throw new UnknownMagicException(
            $"There is no magic %%{name}. "
            + (name is "ipytest" ? "Call Ipytest.AutoConfig() in an earlier cell. " : "")
            + $"Known here: {string.Join(", ", Names.Select(known => "%%" + known))}.");
}
