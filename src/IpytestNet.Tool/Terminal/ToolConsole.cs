using System.Text;

namespace IpytestNet.Tool.Terminal;

/// <summary>What the command sees of the process around it.</summary>
internal sealed record ToolConsole
{
    private const int DefaultWidth = 80;

    /// <summary>Where reports go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where errors go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What a person enters; null where nobody does.</summary>
    public TextReader? Input { get; init; }

    /// <summary>Opens what is piped into the command, as bytes.</summary>
    public Func<Stream> OpenInput { get; init; } = Console.OpenStandardInput;

    /// <summary>Opens where the command pipes to, as bytes.</summary>
    public Func<Stream> OpenOutput { get; init; } = Console.OpenStandardOutput;

    /// <summary>Whether a person watches the output as it comes.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether the command is a process of its own, which may start others like it.</summary>
    public bool StartsProcesses { get; init; }

    /// <summary>The width of a line, in columns.</summary>
    public int Width { get; init; } = DefaultWidth;

    /// <summary>The folder that relative paths start from.</summary>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Reads an environment variable; null if it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Returns the console of this process, before a notebook puts its own streams in its place.</summary>
    public static ToolConsole OfProcess()
    {
        // Windows starts with a code page that cannot say most names.
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Encoding.UTF8;

        var isTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        return new ToolConsole
        {
            Out = Console.Out,
            Error = Console.Error,
            Input = isTerminal && !Console.IsInputRedirected ? Console.In : null,
            IsTerminal = isTerminal,
            StartsProcesses = true,
            Width = isTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : DefaultWidth,
        };
    }
}
