namespace IpytestNet.Kernel.Packages;

/// <summary>How a restore ended.</summary>
internal abstract record RestoreOutcome
{
    private RestoreOutcome()
    {
    }

    /// <summary>All is there.</summary>
    public sealed record Found(RestoredPackages Packages) : RestoreOutcome;

    /// <summary>Something is not to be had.</summary>
    /// <param name="Errors">What NuGet says, at least one.</param>
    public sealed record Failed(IReadOnlyList<RestoreError> Errors) : RestoreOutcome;
}
