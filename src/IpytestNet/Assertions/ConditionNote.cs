using System.Runtime.CompilerServices;
using IpytestNet.Assertions.Conditions;
using IpytestNet.Values;

namespace IpytestNet.Assertions;

/// <summary>What had been evaluated of a condition when an exception left it.</summary>
internal static class ConditionNote
{
    private const string Known = "  evaluated so far: ";
    private const int LineWidth = 100;

    // Exception.Data refuses values in some exceptions, and users print it.
    private static readonly ConditionalWeakTable<Exception, string> Notes = new();

    /// <summary>Gives the note on an exception, or null: lines such as <c>while evaluating: Assert(…)</c>.</summary>
    public static string? Of(Exception exception) => Notes.TryGetValue(exception, out var note) ? note : null;

    /// <summary>Notes what had been evaluated; the innermost condition counts.</summary>
    public static void Attach(Exception exception, Evaluation evaluation)
    {
        if (!Notes.TryGetValue(exception, out _))
            Notes.TryAdd(exception, Write(evaluation));
    }

    private static string Write(Evaluation evaluation) =>
        $"while evaluating: {SourceText.Cut(evaluation.Site.Call)}{Values(evaluation)}";

    private static string Values(Evaluation evaluation)
    {
        try
        {
            var values = KeptValues.Of(PartTree.WithParts(evaluation.Site.Condition), evaluation, Detail.Current);
            if (values.Count == 0)
                return "";
            var line = string.Join(", ", values);
            return $"\n{Known}{(line.Length <= LineWidth ? line : string.Join('\n' + new string(' ', Known.Length), values))}";
        }
        catch (Exception e) when (!UserCode.IsStopped(e))
        {
            // The exception of the condition goes its way, whatever else goes wrong.
            return "";
        }
    }
}
