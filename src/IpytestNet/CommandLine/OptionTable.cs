namespace IpytestNet.CommandLine;

/// <summary>The options of a run that are not those of plugins, in the order of the help.</summary>
internal static class OptionTable
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Option> All { get; } =
    [
        .. GeneralOptions.All, .. OrderOptions.All, .. RunningOptions.All, .. ReportingOptions.All, .. CollectionOptions.All,
        .. DoctestOptions.All, .. CoverageOptions.All, .. ConfigurationOptions.All,
    ];
}
