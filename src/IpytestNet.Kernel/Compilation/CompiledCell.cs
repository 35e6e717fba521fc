using System.Reflection;

namespace IpytestNet.Kernel.Compilation;

/// <summary>What the compiler made of a cell.</summary>
internal abstract record CompiledCell
{
    private CompiledCell()
    {
    }

    /// <summary>It can run.</summary>
    /// <param name="Factory">Runs it on the array of live submissions.</param>
    /// <param name="HasValue">Whether it ends in an expression with a value.</param>
    public sealed record Runnable(Func<object?[], Task<object?>> Factory, bool HasValue) : CompiledCell
    {
        /// <summary>The assembly that has its code.</summary>
        public Assembly Code => Factory.Method.Module.Assembly;

        /// <summary>What the compiler warns of that concerns tests.</summary>
        public IReadOnlyList<CellProblem> Warnings { get; init; } = [];
    }

    /// <summary>It has nothing to run, only directives and usings, or not even those.</summary>
    public sealed record Empty : CompiledCell;

    /// <summary>It does not compile.</summary>
    public sealed record Rejected(IReadOnlyList<CellProblem> Problems) : CompiledCell;

    /// <summary>The same with its problems told otherwise.</summary>
    public CompiledCell Map(Func<CellProblem, CellProblem> told) => this switch
    {
        Rejected rejected => new Rejected([.. rejected.Problems.Select(told)]),
        Runnable { Warnings.Count: > 0 } runnable => runnable with { Warnings = [.. runnable.Warnings.Select(told)] },
        _ => this,
    };
}
