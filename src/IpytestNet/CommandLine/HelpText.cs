using System.Text;

namespace IpytestNet.CommandLine;

/// <summary>The text of <c>--help</c>, laid out as pytest's.</summary>
internal static class HelpText
{
    private const int HelpColumn = 24;
    private const int NarrowestHelp = 20;

    /// <summary>Renders the help.</summary>
    /// <param name="width">The width in columns; less than 44 counts as 44.</param>
    /// <param name="ofPlugins">The options of plugins.</param>
    public static string Render(int width, IReadOnlyList<Option>? ofPlugins = null)
    {
        width = Math.Max(width, HelpColumn + NarrowestHelp);
        var text = new StringBuilder();
        AppendWrapped(text, UsageText.Line, width, indent: 7);

        text.Append("\npositional arguments:\n");
        AppendEntry(
            text,
            "file_or_dir",
            "A node id: {TestAdds} is a test of the notebook, {CalcTests} a class of tests, {CalcTests}::Mul a method, "
            + "{MODULE} the notebook. Several add up.",
            width);

        foreach (var group in OptionTable.All.Concat(ofPlugins ?? []).GroupBy(option => option.Group, StringComparer.Ordinal))
        {
            text.Append('\n').Append(group.Key).Append(":\n");
            foreach (var option in group)
                AppendEntry(text, Title(option), option.Help, width);
        }

        return text.ToString();
    }

    private static string Title(Option option) =>
        string.Join(", ", option.Names.Select(name => name + Value(option, name)));

    private static string Value(Option option, string name) =>
        option.ValueName is null ? "" : option.ValueIsOptional ? $"[={option.ValueName}]" : name.StartsWith("--", StringComparison.Ordinal) ? $"={option.ValueName}" : $" {option.ValueName}";

    private static void AppendEntry(StringBuilder text, string title, string help, int width)
    {
        var left = $"  {title}";
        if (left.Length > HelpColumn - 2)
        {
            AppendWrapped(text, left, width, indent: 4);
            left = "";
        }

        AppendWrapped(text, left.PadRight(HelpColumn), help, width, HelpColumn);
    }

    private static void AppendWrapped(StringBuilder text, string words, int width, int indent) =>
        AppendWrapped(text, "", words, width, indent);

    private static void AppendWrapped(StringBuilder text, string left, string words, int width, int indent)
    {
        var line = new StringBuilder(left);
        var isEmpty = true;
        foreach (var word in words.Split(' '))
        {
            if (!isEmpty && line.Length + 1 + word.Length > width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(' ', indent);
                isEmpty = true;
            }

            line.Append(isEmpty ? "" : " ").Append(word);
            isEmpty = false;
        }

        text.Append(line).Append('\n');
    }
}
