using Microsoft.Testing.Extensions.TrxReport.Abstractions;

namespace IpytestNet.Testing.Platform;

/// <summary>Tells the TRX report that tests come with what it needs.</summary>
internal sealed class TrxSupport : ITrxReportCapability
{
    /// <inheritdoc/>
    public bool IsSupported => true;

    /// <summary>Whether a report will be written.</summary>
    public bool IsEnabled { get; private set; }

    /// <inheritdoc/>
    public void Enable() => IsEnabled = true;
}
