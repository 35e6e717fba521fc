namespace IpytestNet.Kernel.Packages;

/// <summary>An error of a restore.</summary>
/// <param name="Code">Its code, as <c>NU1101</c>.</param>
/// <param name="Message">What NuGet says, in one line or several.</param>
/// <param name="Package">The name of the package that it is about, or null.</param>
internal sealed record RestoreError(string Code, string Message, string? Package);
