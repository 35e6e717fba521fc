using System.Text.RegularExpressions;
using IpytestNet.CommandLine;
using IpytestNet.Configuration;
using IpytestNet.Plugins;

namespace IpytestNet.Kernel.Completion;

/// <summary>Completes what is no C#: the magic that a cell begins with, its options, and the settings after <c>// ipytest:</c>.</summary>
/// <param name="magics">Gives the names of the magics.</param>
/// <param name="plugins">The plugins of the notebook, which may bring options.</param>
internal sealed partial class MagicCompletion(Func<IReadOnlyList<string>> magics, IReadOnlyList<IPlugin> plugins)
{
    /// <summary>Completes a line up to a position, or gives null if it is C#.</summary>
    /// <param name="line">The line up to the position.</param>
    /// <param name="position">The place of its end in the cell.</param>
    public CompletionList? Complete(string line, int position)
    {
        if (MagicName().Match(line) is { Success: true })
            return List(line, position, Names(line[0] is '%' ? "%%" : "#!"));
        if (MagicArguments().Match(line) is { Success: true } arguments)
            return List(arguments.Groups["word"].Value, position, arguments.Groups["name"].Value is IpytestMagic.Name ? Options() : []);
        return OptionsLine().Match(line) is { Success: true } options ? Settings(options.Groups["written"].Value, position) : null;
    }

    private static CompletionList List(string typed, int position, IEnumerable<Candidate> candidates) =>
        new(position - typed.Length, position, typed.Length == 0 ? [] : TypedMatch.Pick(candidates, typed));

    private IEnumerable<Candidate> Names(string sign) => magics().Select(name => new Candidate(sign + name, CompletionKind.Magic));

    private IEnumerable<Candidate> Options() =>
        from option in OptionTable.All.Select(option => (option.Names, option.Help))
            .Concat(BuiltInReports.Create().Concat(plugins).SelectMany(plugin => plugin.Options)
                .Select(option => (Names: (IReadOnlyList<string>)[option.Name, .. option.Aliases], option.Help)))
        from name in option.Names
        select new Candidate(name, CompletionKind.Magic) { Signature = () => option.Help };

    private static CompletionList? Settings(string written, int position)
    {
        // Within a value it is C# that is written.
        var word = written[(written.LastIndexOfAny([',', ' ']) + 1)..];
        var before = written[..^word.Length].TrimEnd();
        if (before.Length > 0 && !before.EndsWith(','))
            return CompletionList.Nothing(position);
        var taken = SettingNames.OfRun.Where(name => before.Contains(name + ":", StringComparison.Ordinal));
        var items = TypedMatch.Pick(SettingNames.OfRun.Except(taken).Select(name => new Candidate(name + ":", CompletionKind.Param)), word);
        return new CompletionList(position - word.Length, position, items);
    }

    [GeneratedRegex(@"^(%|(%%|#!)[\w.-]*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex MagicName();

    [GeneratedRegex(@"^(%%|#!)(?<name>[A-Za-z_][\w.-]*)\s+(.*\s)?(?<word>\S*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex MagicArguments();

    [GeneratedRegex(@"^(//|#)\s*ipytest:\s*(?<written>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex OptionsLine();
}
