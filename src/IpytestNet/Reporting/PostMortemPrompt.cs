namespace IpytestNet.Reporting;

/// <summary>The prompt of <c>--pdb</c>: C# in the scope of the notebook, evaluated line by line while the run waits.</summary>
/// <param name="ask">Asks the person for a line, with a prompt; null when the input ends.</param>
/// <param name="evaluate">Evaluates C# and gives the text of its value, or what went wrong; empty where there is no value.</param>
internal sealed class PostMortemPrompt(Func<string, string?> ask, Func<string, string> evaluate)
{
    private const string Help =
        "c, continue: go on with the run; q, quit: end it; h, help: this. All else is C# in the scope of the notebook: `failure` is what "
        + "went wrong, with its Message, Place and StandardOutput, `exception` the exception itself, or null where xUnit keeps it.";

    /// <summary>Whether the person wants the run to end.</summary>
    public bool IsQuit { get; private set; }

    /// <summary>Answers until the person goes on or quits.</summary>
    /// <param name="terminal">Where answers are written.</param>
    public void Run(TerminalText terminal)
    {
        terminal.Line(Help);
        terminal.Flush();
        while (Next() is { } line)
        {
            switch (line.Trim())
            {
                case "c" or "cont" or "continue":
                    return;
                case "q" or "quit" or "exit":
                    IsQuit = true;
                    return;
                case "h" or "help" or "?":
                    terminal.Line(Help);
                    break;
                case "":
                    break;
                case var code:
                    terminal.Line($"(ipytest) {code}");
                    Write(terminal, evaluate(code));
                    break;
            }

            terminal.Flush();
        }
    }

    private string? Next()
    {
        try
        {
            return ask("(ipytest) ");
        }
        catch (OperationCanceledException)
        {
            // The run is interrupted, which ends it.
            return null;
        }
    }

    private static void Write(TerminalText terminal, string text)
    {
        if (text.Length > 0)
            terminal.Line(text);
    }
}
