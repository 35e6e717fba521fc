using IpytestNet.Cells;
using IpytestNet.CommandLine;
using IpytestNet.Kernel.Documentation;

namespace IpytestNet.Kernel.Inspections;

/// <summary>What the magics of a notebook do.</summary>
internal static class MagicHelp
{
    private const int Width = 80;

    /// <summary>Gives the help of the magic of a cell, or of its option at a place of the line; null if nothing is known of it.</summary>
    /// <param name="magic">The magic.</param>
    /// <param name="word">The word of the line at the place.</param>
    public static Inspection? Of(MagicLine magic, string word)
    {
        if (magic.Name is IpytestMagic.Name && OptionNamed(word.Split('=')[0]) is { } option)
            return Written(string.Join(", ", option.Names.Select(name => $"{name} {option.ValueName}".TrimEnd())), option.Help, details: null);
        return magic.Name switch
        {
            IpytestMagic.Name => Written(
                "%%ipytest [options] [file_or_dir] [file_or_dir] [...]", "Forgets earlier tests, runs the cell, then runs its tests.", HelpText.Render(Width)),
            "time" => Written("%%time", "Runs the cell and says how long it took.", details: null),
            "writefile" => Written("%%writefile PATH", "Writes the cell to a file instead of running it.", details: null),
            _ => null,
        };
    }

    private static Option? OptionNamed(string name) => OptionTable.All.FirstOrDefault(option => option.Names.Contains(name, StringComparer.Ordinal));

    private static Inspection Written(string usage, string help, string? details)
    {
        var markdown = ProseStyle.Markdown;
        var inspection = new Inspection($"{usage}\n\n{help}", $"{markdown.CodeBlock(usage)}\n\n{markdown.Text(help)}");
        return details is null
            ? inspection
            : new Inspection($"{inspection.PlainText}\n\n{details.TrimEnd()}", $"{inspection.Markdown}\n\n{markdown.CodeBlock(details.TrimEnd())}");
    }
}
