using IpytestNet.Assertions.Conditions;
using IpytestNet.Values;

namespace IpytestNet.Assertions;

/// <summary>Tells in lines why a condition did not hold.</summary>
internal static class Explanation
{
    private const string Indent = "  ";

    /// <summary>Writes the first line, and the user's message below it.</summary>
    public static string Headline(string source, object? message)
    {
        var headline = $"Assertion failed: {SourceText.Cut(source)}";
        return message is null or "" ? headline : $"{headline}\n{Indent}{Message(message).ReplaceLineEndings($"\n{Indent}")}";
    }

    /// <summary>Explains a condition that did not hold.</summary>
    /// <param name="evaluation">What was evaluated of it.</param>
    /// <param name="message">What the user says about it.</param>
    public static string Of(Evaluation evaluation, object? message)
    {
        List<string> lines = [Headline(evaluation.Site.Text, message)];
        try
        {
            foreach (var section in Sections(evaluation))
                lines.AddRange(section);
        }
        catch (Exception e) when (!UserCode.IsStopped(e))
        {
            // The assertion failed, whatever else goes wrong.
            lines.Add($"{Indent}(the values could not be shown: {ValueText.OfException(e).ReplaceLineEndings(" ")})");
        }

        return string.Join('\n', lines);
    }

    private static IEnumerable<IEnumerable<string>> Sections(Evaluation evaluation)
    {
        var evidence = new Evidence(evaluation, new Truth(evaluation), Detail.Current);
        var condition = evaluation.Site.Condition;
        if (new SubstitutedText(evidence).Of(condition) is { } substituted)
            yield return [Indent + substituted];
        yield return new OperandLines(evidence).Of(condition).Select(line => Indent + line).ToList();
        yield return FindingLines.Of(evidence).Select(line => Indent + line);
        yield return WhereLines.Of(evidence);
    }

    private static string Message(object message)
    {
        try
        {
            return message as string ?? ValueText.Of(message);
        }
        catch (Exception e) when (!UserCode.IsStopped(e))
        {
            return $"(the message could not be shown: {ValueText.OfException(e)})";
        }
    }
}
