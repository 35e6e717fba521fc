using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool;

/// <summary>Words for an exception that is no fault of the user.</summary>
internal static class InternalError
{
    public static string Describe(Exception error, ToolConsole console)
    {
        var isDebugging = console.Variable("IPYTEST_DEBUG") is "1";
        var what = isDebugging ? error.ToString() : $"{error.GetType().Name}: {error.Message}";
        var more = isDebugging ? "" : "; IPYTEST_DEBUG=1 in the environment shows where it happened";
        return $"internal error: {what}\nThis is a defect of ipytest and not of your notebook. Please report it with the command that you gave{more}.";
    }
}
