using IpytestNet.Coverage.Measuring;
using IpytestNet.Plugins;

namespace IpytestNet.Kernel;

/// <summary>The settings of a notebook session.</summary>
public sealed record NotebookOptions
{
    /// <summary>The notebook's file name, which begins its node ids.</summary>
    /// <value>Default <c>notebook.ipynb</c>.</value>
    public string Name { get; init; } = "notebook.ipynb";

    /// <summary>The folder that relative paths in the notebook start from.</summary>
    /// <value>Default the current directory of the process.</value>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Whether <c>Ipytest.AutoConfig()</c> is called before the first cell.</summary>
    /// <value>Default true; <c>IPYTEST_AUTOCONFIG=0</c> in the environment makes it false.</value>
    public bool AutoConfig { get; init; } = Environment.GetEnvironmentVariable("IPYTEST_AUTOCONFIG") is not "0";

    /// <summary>Arguments that are appended to those of every test run in the notebook.</summary>
    public IReadOnlyList<string> RunArguments { get; init; } = [];

    /// <summary>Plugins that take part in every test run in the notebook.</summary>
    public IReadOnlyList<IPlugin> Plugins { get; init; } = [];

    /// <summary>How many bytes of memory the process may use before a cell is stopped that wants more.</summary>
    /// <value>Default null: as many as there are.</value>
    public long? MemoryLimit { get; init; }

    /// <summary>Whether what a cell puts out after its end still is its own, for front ends that can show it there; else it comes with the next cell.</summary>
    /// <value>Default false.</value>
    public bool KeepsLateOutput { get; init; }

    /// <summary>The coverage of the command that runs the notebook, or null.</summary>
    internal CommandCoverage? CommandCoverage { get; init; }

    /// <summary>The folder that keeps what restores of packages have found.</summary>
    /// <value>Default null: that of the user.</value>
    internal string? PackageCache { get; init; }

    /// <summary>The node ids of the tests that had failed when the command began which runs the notebook, or null.</summary>
    internal IReadOnlySet<string>? FailuresBefore { get; init; }
}
