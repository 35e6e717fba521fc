using IpytestNet.Specs.Documents;
using IpytestNet.Tool;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Specs.Tool;

/// <summary>Calls of the command in a folder of its own, with what it prints.</summary>
internal sealed class ToolCall : IDisposable
{
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly Dictionary<string, string> _variables = [];

    private readonly string? _root;

    /// <summary>Makes calls in a new folder.</summary>
    public ToolCall() => Folder = new TemporaryFolder();

    /// <summary>Makes calls in a folder that stays.</summary>
    public ToolCall(string root)
    {
        Folder = null!;
        _root = root;
    }

    public TemporaryFolder Folder { get; }

    public string Out => _out.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);

    public string Error => _error.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);

    public ToolConsole Console(bool isTerminal = false) => new()
    {
        Out = _out,
        Error = _error,
        IsTerminal = isTerminal,
        WorkingDirectory = _root ?? Folder.Root,
        Variable = name => _variables.GetValueOrDefault(name),
    };

    public ToolCall With(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    /// <summary>Writes a notebook: C# cells with percent lines.</summary>
    public ToolCall Notebook(string name, string text)
    {
        var path = Path.Combine(_root ?? Folder.Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public ExitCode Run(params string[] arguments) => Program.Run(arguments, Console());

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
        Folder?.Dispose();
    }
}
