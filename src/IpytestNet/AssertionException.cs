using Xunit.Sdk;

namespace IpytestNet;

/// <summary>An <c>Assert(condition)</c> of a notebook did not hold.</summary>
/// <param name="message">The condition as the user wrote it, and the user's message.</param>
public sealed class AssertionException(string message) : XunitException(message);
