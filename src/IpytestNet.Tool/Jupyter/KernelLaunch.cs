using IpytestNet.Kernel.Sdk;

namespace IpytestNet.Tool.Jupyter;

/// <summary>How this very command is started again, wherever it was installed.</summary>
/// <param name="Command">The program and its first arguments.</param>
/// <param name="Environment">The environment variables that it needs.</param>
internal sealed record KernelLaunch(IReadOnlyList<string> Command, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>That of this process.</summary>
    public static KernelLaunch OfThisProcess() => new(CommandOfThisProcess(), EnvironmentOfThisProcess());

    // The program of a tool, or of a checkout, is its own; `dotnet ipytest.dll` and a local tool are run by dotnet.
    private static string[] CommandOfThisProcess()
    {
        var program = System.Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(program) is "dotnet"
            ? [program, Path.Combine(AppContext.BaseDirectory, "ipytest.dll")]
            : [CommandOfTool(program) ?? program];
    }

    // The program of a tool lies in the folder of its version, which an update removes; the command in front of it stays.
    private static string? CommandOfTool(string program)
    {
        var store = program.IndexOf($"{Path.DirectorySeparatorChar}.store{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        var command = store < 0 ? null : Path.Combine(program[..store], Path.GetFileName(program));
        return File.Exists(command) ? command : null;
    }

    // A program of ours looks for the runtime where it is usually installed; Jupyter need not know where else it is.
    private static Dictionary<string, string> EnvironmentOfThisProcess() =>
        Directory.Exists(Path.Combine(DotnetHost.Root, "host")) ? new(StringComparer.Ordinal) { ["DOTNET_ROOT"] = DotnetHost.Root } : [];
}
