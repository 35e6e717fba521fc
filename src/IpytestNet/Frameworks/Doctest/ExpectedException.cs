using System.Text.RegularExpressions;
using IpytestNet.Execution;
using IpytestNet.Values;

namespace IpytestNet.Frameworks.Doctest;

/// <summary>An exception that an example must throw: <c>Throws FormatException: message</c>, or as C# Interactive prints it.</summary>
/// <param name="TypeName">Its type, with or without the namespace.</param>
/// <param name="Message">Its message, or null where any will do.</param>
/// <param name="Prefix"><c>Throws </c>, or nothing.</param>
internal sealed partial record ExpectedException(string TypeName, string? Message, string Prefix)
{
    /// <summary>Reads what is expected of an example, or gives null if that is no exception.</summary>
    public static ExpectedException? Of(string? want)
    {
        if (want is null || ExceptionPattern().Match(OutputChecker.Trimmed(want)) is not { Success: true } match)
            return null;
        var type = match.Groups["type"].Value;
        if (!match.Groups["throws"].Success && !type.EndsWith(nameof(Exception), StringComparison.Ordinal))
            return null;
        var message = string.Join('\n', match.Groups["message"].Value.Split('\n').TakeWhile(line => !TracePattern().IsMatch(line)));
        return new ExpectedException(type, message.Length > 0 ? message : null, match.Groups["throws"].Value);
    }

    /// <summary>Whether an exception is the one that is expected.</summary>
    public bool Matches(Exception exception, DoctestFlags flags)
    {
        var name = FullName(exception);
        return (name == TypeName || name.EndsWith("." + TypeName, StringComparison.Ordinal))
            && (Message is null || flags.HasFlag(DoctestFlags.IgnoreExceptionDetail) || OutputChecker.Matches(Message, MessageOf(exception), flags));
    }

    /// <summary>Writes an exception as this one is written.</summary>
    public string Shown(Exception exception)
    {
        var name = FullName(exception);
        var type = TypeName.Contains('.', StringComparison.Ordinal) ? name : name[(name.LastIndexOf('.') + 1)..];
        return $"{Prefix}{type}{(Message is null ? "" : $": {MessageOf(exception)}")}";
    }

    private static string FullName(Exception exception)
    {
        var name = CompilerNames.TypeOf(exception.GetType().FullName ?? exception.GetType().Name);
        return name.Split('`', '[')[0];
    }

    private static string MessageOf(Exception exception)
    {
        try
        {
            return exception.Message;
        }
        catch (Exception failure) when (!UserCode.IsStopped(failure))
        {
            return ValueText.Of(exception);
        }
    }

    [GeneratedRegex(@"\A(?<throws>Throws\s+)?(?<type>[\p{L}_][\w.+]*)\s*(:\s?(?<message>.*))?\z", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex ExceptionPattern();

    // C# Interactive lists calls as "  + Program.Main()", .NET as "   at Program.Main()".
    [GeneratedRegex(@"^\s+(\+|at|---)\s", RegexOptions.ExplicitCapture)]
    private static partial Regex TracePattern();
}
