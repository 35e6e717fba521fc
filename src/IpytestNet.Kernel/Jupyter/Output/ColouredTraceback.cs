using System.Globalization;
using System.Text.RegularExpressions;
using IpytestNet.Kernel.Execution;

namespace IpytestNet.Kernel.Jupyter.Output;

/// <summary>The lines of an error as front ends show them: in colours, with the code around the place in the cell.</summary>
internal static partial class ColouredTraceback
{
    private const int Around = 2;

    /// <summary>The lines of an error.</summary>
    /// <param name="error">The error.</param>
    /// <param name="sourceOf">Gives the text of a cell or file, or null.</param>
    public static IReadOnlyList<string> Of(CellError error, Func<string, string?> sourceOf)
    {
        var lines = new List<string>(error.Traceback.Select(Coloured));
        if (error.Place is { } place && sourceOf(place.File)?.Split('\n') is { } source && place.Line >= 1 && place.Line <= source.Length)
            lines.InsertRange(FirstFrame(error), Excerpt(source, place));
        return lines;
    }

    private static int FirstFrame(CellError error)
    {
        var first = error.Traceback.ToList().FindIndex(line => FrameForm().IsMatch(line));
        return first < 0 ? error.Traceback.Count : first;
    }

    private static IEnumerable<string> Excerpt(string[] source, CellPlace place)
    {
        var (first, last) = (Math.Max(1, place.Line - Around), Math.Min(source.Length, place.Line + Around));
        var width = last.ToString(CultureInfo.InvariantCulture).Length;
        yield return Green(place.File);
        for (var number = first; number <= last; number++)
        {
            var text = $"{number.ToString(CultureInfo.InvariantCulture).PadLeft(width)} {source[number - 1].TrimEnd('\r')}";
            yield return number == place.Line ? $"{Green("---->")} {text}" : $"      {text}";
        }
    }

    private static string Coloured(string line, int index)
    {
        if (FrameForm().Match(line) is { Success: true } frame)
            return $"   at {Blue(frame.Groups["method"].Value)} in {Green(frame.Groups["place"].Value)}{frame.Groups["rest"].Value}";
        if (HeadForm().Match(line) is { Success: true } head && (index == 0 || line.StartsWith("---> ", StringComparison.Ordinal)))
            return $"{Red(head.Groups["name"].Value)}{head.Groups["message"].Value}";
        return CaretForm().IsMatch(line) ? Red(line) : line;
    }

    private static string Red(string text) => $"\u001b[31m{text}\u001b[0m";

    private static string Green(string text) => $"\u001b[32m{text}\u001b[0m";

    private static string Blue(string text) => $"\u001b[34m{text}\u001b[0m";

    [GeneratedRegex(@"^   at (?<method>.*) in (?<place>.+:line \d+)(?<rest>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex FrameForm();

    [GeneratedRegex(@"^(?<name>(---> )?[^:]+)(?<message>:.*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex HeadForm();

    [GeneratedRegex(@"^\s+\^$")]
    private static partial Regex CaretForm();
}
