using System.Text.RegularExpressions;
using IpytestNet.CommandLine;
using IpytestNet.Coverage.Instrumentation;
using IpytestNet.Coverage.Settings;
using IpytestNet.Sessions;

namespace IpytestNet.Coverage;

/// <summary>Begins to measure as soon as it is known that coverage will be asked for: code is measured only if it was compiled after that.</summary>
internal static class CoverageStart
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Begins if the command around the notebook, the configuration or arguments ask for it; otherwise all stays as it is.</summary>
    /// <param name="session">The notebook.</param>
    /// <param name="isConfigured">Whether the configuration asks for it.</param>
    /// <param name="arguments">Arguments of runs to come; wrong ones are told by the run.</param>
    /// <exception cref="UsageException">The configuration of coverage is wrong.</exception>
    public static void Consider(NotebookSession session, bool isConfigured, IReadOnlyList<string> arguments)
    {
        // Its configuration is that of the folder in which it runs, and not of the notebook's.
        if (session.CommandCoverage is { Request.IsWanted: true } command)
        {
            Begin(session, command.Request, command.Settings);
            return;
        }

        var request = Read(arguments);
        if (!request.IsOff && (request.IsOn || isConfigured))
            Begin(session, request, SettingsOf(request, isConfigured, Environment.CurrentDirectory, Environment.GetEnvironmentVariable));
    }

    /// <summary>Measures what is compiled from now on.</summary>
    public static void Begin(NotebookSession session, CoverageRequest request, CoverageSettings settings) =>
        session.Coverage.Begin(new InstrumentationOptions
        {
            HasBranches = request.Branch || settings.Branch is true,
            Rules = RulesOf(settings),
        });

    /// <summary>Reads the configuration file that counts.</summary>
    /// <param name="request">What the command line says.</param>
    /// <param name="isConfigured">Whether the setting <c>coverage</c> is on, which has a file of its own.</param>
    /// <param name="folder">The folder in which it is looked for.</param>
    /// <param name="environment">Gives the value of an environment variable, or null.</param>
    /// <exception cref="UsageException">It is wrong.</exception>
    public static CoverageSettings SettingsOf(CoverageRequest request, bool isConfigured, string folder, Func<string, string?> environment) =>
        CoverageSettingsReader.Load(request.Config ?? (isConfigured ? DefaultConfig.Path : null), folder, environment);

    private static CoverageRequest Read(IReadOnlyList<string> arguments)
    {
        string[] own = [.. arguments.Where(CoverageOptions.Has)];
        try
        {
            return own.Length == 0 ? new CoverageRequest() : OptionParser.Parse([], own, []).Coverage;
        }
        catch (UsageException)
        {
            return new CoverageRequest();
        }
    }

    private static ExclusionRules RulesOf(CoverageSettings settings) => new(
        Patterns(settings.ExcludeLines, settings.ExcludeAlso), Patterns(settings.PartialBranches, settings.PartialAlso))
    {
        HasCoverPragma = settings.ExcludeLines is null,
        HasBranchPragma = settings.PartialBranches is null,
    };

    private static List<Regex> Patterns(IReadOnlyList<string>? instead, IReadOnlyList<string> also) =>
        [.. (instead ?? []).Concat(also).Select(pattern => new Regex(pattern, RegexOptions.Multiline | RegexOptions.CultureInvariant, Patience))];
}
