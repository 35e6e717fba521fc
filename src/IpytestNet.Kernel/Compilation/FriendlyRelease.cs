using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace IpytestNet.Kernel.Compilation;

/// <summary>
/// Optimised code whose stack traces name the right lines: as <c>csc -optimize+ -debug+</c> makes it. Plainly optimised, a variable
/// that is used once does not exist, and a call that is passed it counts to the line that declares it.
/// </summary>
internal static class FriendlyRelease
{
    // The compiler offers it to its own command line only.
    private static readonly MethodInfo With = typeof(CSharpCompilationOptions).GetMethod(
        "WithDebugPlusMode", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public, [typeof(bool)])
        ?? throw new MissingMethodException(nameof(CSharpCompilationOptions), "WithDebugPlusMode");

    /// <summary>How assemblies are written.</summary>
    public static EmitOptions EmitOptions { get; } = new(
        debugInformationFormat: DebugInformationFormat.PortablePdb,
        // Endless recursion becomes an exception instead of the end of the process.
        instrumentationKinds: [InstrumentationKind.StackOverflowProbing]);

    /// <summary>Optimises, as far as lines stay right.</summary>
    public static CSharpCompilationOptions Optimized(this CSharpCompilationOptions options) =>
        (CSharpCompilationOptions)With.Invoke(options.WithOptimizationLevel(OptimizationLevel.Release), [true])!;
}
