using System.Text.Json;
using IpytestNet.Kernel.Jupyter.Conversation;
using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Requests;

/// <summary>What an <c>execute_request</c> asks for.</summary>
internal sealed record ExecuteRequest
{
    /// <summary>The message that asks.</summary>
    public required Request Message { get; init; }

    /// <summary>The text of the cell.</summary>
    public required string Code { get; init; }

    /// <summary>Whether the cell is run as quietly as possible.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Whether the cell gets a number and joins the history.</summary>
    public bool IsStored { get; init; }

    /// <summary>Whether the client answers when the cell asks for input.</summary>
    public bool AllowsInput { get; init; }

    /// <summary>Whether cells that wait are not run if this one fails.</summary>
    public bool StopsOnError { get; init; }

    /// <summary>Expressions to evaluate behind the cell, by names of the client's.</summary>
    public IReadOnlyDictionary<string, string> UserExpressions { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Reads a request.</summary>
    /// <exception cref="RequestException">It has no code.</exception>
    public static ExecuteRequest Of(Request request)
    {
        var isSilent = request.Flag("silent", missing: false);
        return new ExecuteRequest
        {
            Message = request,
            Code = request.Text("code"),
            IsSilent = isSilent,
            IsStored = request.Flag("store_history", missing: true) && !isSilent,
            AllowsInput = request.Flag("allow_stdin", missing: true),
            StopsOnError = request.Flag("stop_on_error", missing: true),
            UserExpressions = ExpressionsOf(request),
        };
    }

    private static Dictionary<string, string> ExpressionsOf(Request request)
    {
        var expressions = new Dictionary<string, string>(StringComparer.Ordinal);
        if (request.Find("user_expressions") is not { ValueKind: JsonValueKind.Object } given)
            return expressions;
        foreach (var expression in given.EnumerateObject())
            expressions[expression.Name] = expression.Value.ValueKind is JsonValueKind.String ? expression.Value.GetString()! : expression.Value.GetRawText();
        return expressions;
    }
}
