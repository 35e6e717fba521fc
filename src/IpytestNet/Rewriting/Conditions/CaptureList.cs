using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>The captures of one assertion: the variables that keep values, and the edits around what they keep.</summary>
/// <param name="number">The number that makes the names of the variables unique.</param>
internal sealed class CaptureList(int number)
{
    /// <summary>How many captures an assertion may have: the bits of a number, less the one that marks the failure.</summary>
    private const int Limit = 63;

    /// <summary>Keeps a value in a variable of its type.</summary>
    public const string Value = "Value";

    /// <summary>Keeps a reference.</summary>
    public const string Object = "Object";

    private const string Capture = "global::IpytestNet.Assertions.Capture.";

    private readonly List<(string? Type, string Name)> _variables = [];
    private readonly List<TextEdit> _edits = [];

    /// <summary>Whether there was no room for a capture.</summary>
    public bool IsShort { get; private set; }

    /// <summary>Whether there is room for so many more.</summary>
    public bool HasRoom(int captures = 1)
    {
        IsShort |= _variables.Count + captures > Limit;
        return _variables.Count + captures <= Limit;
    }

    /// <summary>The edits.</summary>
    public IReadOnlyList<TextEdit> Edits => _edits;

    /// <summary>The variables, by slot; one of the user's has no type here.</summary>
    public IReadOnlyList<(string? Type, string Name)> Variables => _variables;

    /// <summary>The bits of slots that count from the beginning.</summary>
    public ulong Always { get; private set; }

    /// <summary>The name of the variable that holds the bits of what was reached.</summary>
    public string Reached { get; } = $"__ipytest_reached{number}";

    /// <summary>The bits that are set at the place that has been read up to, or null if they depend on a branch.</summary>
    public ulong? Known { get; set; } = 0;

    /// <summary>Takes a variable of the user's, which keeps its value by itself.</summary>
    /// <returns>The slot.</returns>
    public int Given(string name)
    {
        var slot = _variables.FindIndex(variable => variable.Type is null && variable.Name == name);
        if (slot >= 0)
            return slot;
        _variables.Add((null, name));
        Always |= 1UL << (_variables.Count - 1);
        return _variables.Count - 1;
    }

    /// <summary>Puts a capture around an expression.</summary>
    /// <param name="node">The expression.</param>
    /// <param name="method">The method of <c>Capture</c>.</param>
    /// <param name="type">The type of the variable.</param>
    /// <param name="cast">What stands before the expression, which is put in brackets then.</param>
    /// <returns>The slot.</returns>
    public int Around(SyntaxNode node, string method, string type, string cast = "")
    {
        var slot = Variable(type);
        Known |= 1UL << slot;
        var (prefix, bits) = (method, Known) switch
        {
            (Value or Object, { } known) => (method, $"out {Reached}, {known}"),
            (Value or Object, null) => ($"Next{method}", $"ref {Reached}, {1UL << slot}"),
            _ => (method, $"ref {Reached}, {1UL << slot}"),
        };
        // In a hole of an interpolated string a colon begins the format.
        var (open, close) = node.Parent is InterpolationSyntax ? ("(", ")") : ("", "");
        var (castOpen, castClose) = cast.Length > 0 ? ($"{cast}(", ")") : ("", "");
        _edits.Add(TextEdit.Before(node, $"{open}{Capture}{prefix}({castOpen}"));
        _edits.Add(TextEdit.After(node, $"{castClose}, out {_variables[slot].Name}, {bits}){close}"));
        return slot;
    }

    /// <summary>Counts the calls of a predicate and keeps its last argument.</summary>
    /// <returns>The slots of the argument and of the number of calls.</returns>
    public (int LastArgument, int Calls) Observe(SyntaxNode body, string parameter, string type)
    {
        var last = Variable(type);
        var calls = Variable("int");
        Always |= (1UL << last) | (1UL << calls);
        _edits.Add(TextEdit.Before(body, $"{Capture}Observe({parameter}, out {_variables[last].Name}, ref {_variables[calls].Name}) && ("));
        _edits.Add(TextEdit.After(body, ")"));
        return (last, calls);
    }

    private int Variable(string type)
    {
        _variables.Add((type, $"__ipytest_value{number}_{_variables.Count}"));
        return _variables.Count - 1;
    }
}
