namespace IpytestNet.Tool.Doctor;

/// <summary>Something that was looked at.</summary>
/// <param name="What">What it is.</param>
/// <param name="Found">What was found, or null if it is missing.</param>
/// <param name="Advice">What to do, or null if all is well.</param>
/// <param name="IsNeeded">Whether notebooks cannot run without it; else it is for some uses alone.</param>
internal sealed record Symptom(string What, string? Found, string? Advice = null, bool IsNeeded = false);
