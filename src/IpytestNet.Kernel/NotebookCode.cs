using IpytestNet.CommandLine;
using IpytestNet.Kernel.Semantics;
using IpytestNet.Rewriting;

namespace IpytestNet.Kernel;

/// <summary>Code on its way into the compiler, wherever in a notebook it comes from.</summary>
internal static class NotebookCode
{
    /// <summary>Parses code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="names">The names that the notebook defines.</param>
    /// <exception cref="UsageException">The compiler would end the process.</exception>
    public static CellSyntax Parse(string code, IReadOnlySet<string> names)
    {
        Check(code);
        return CellSyntax.Parse(code, names);
    }

    /// <summary>Refuses code that the compiler would end the process with.</summary>
    /// <exception cref="UsageException">It does.</exception>
    public static void Check(string code)
    {
        if (NestingLimit.IsTooDeep(code))
            throw new UsageException("expected brackets that nest at most 250 deep, since the compiler would end the process with deeper ones; divide the cell");
    }
}
