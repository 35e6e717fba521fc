using IpytestNet.Execution;

namespace IpytestNet.Reporting;

/// <summary>The words for an exception.</summary>
internal static class ExceptionText
{
    private static readonly string[] Wrappers =
    [
        "System.AggregateException",
        "System.Reflection.TargetInvocationException",
        "System.TypeInitializationException",
    ];

    /// <summary>Tells whether an exception only says that another one happened.</summary>
    public static bool IsWrapper(FailedException exception) => Wrappers.Contains(exception.TypeName, StringComparer.Ordinal);

    /// <summary>Gives the message, with the type's name before it unless an assertion failed.</summary>
    public static string Describe(FailedException exception)
    {
        var message = exception.Message.TrimEnd();
        if (exception.IsAssertion && message.Length > 0)
            return message;

        return message.Length > 0 ? $"{FullName(exception)}: {message}" : FullName(exception);
    }

    /// <summary>Gives the name of the exception's type without its namespace.</summary>
    public static string ShortName(FailedException exception)
    {
        var name = FullName(exception);
        var nameEnd = name.IndexOf('<', StringComparison.Ordinal);
        var plain = nameEnd < 0 ? name : name[..nameEnd];
        return plain[(plain.LastIndexOf('.') + 1)..];
    }

    /// <summary>Gives the first line of a text.</summary>
    public static string FirstLine(string text) => Lines(text)[0];

    /// <summary>Divides a text into its lines.</summary>
    public static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    // Reflection writes Submission#3+Outer+Inner`1[[...]] where a person wrote Outer.Inner in a cell.
    private static string FullName(FailedException exception)
    {
        var nameEnd = exception.TypeName.IndexOfAny(['`', '[']);
        var name = nameEnd < 0 ? exception.TypeName : exception.TypeName[..nameEnd];
        return string.Join('.', name.Split('+').Where(part => !part.Contains('#', StringComparison.Ordinal)));
    }
}
