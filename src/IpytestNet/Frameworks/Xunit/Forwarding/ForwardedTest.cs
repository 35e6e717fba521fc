using System.Reflection;

namespace IpytestNet.Frameworks.Xunit.Forwarding;

/// <summary>A test function that a forwarding class calls.</summary>
/// <param name="Method">The function.</param>
/// <param name="OfFixtures">The positions of the parameters that fixtures fill, which xUnit does not see.</param>
internal sealed record ForwardedTest(MethodInfo Method, IReadOnlySet<int> OfFixtures)
{
    /// <summary>Tells the function and what xUnit sees of it from others.</summary>
    public string Signature => $"{Method.MetadataToken}:{string.Join(',', OfFixtures.Order())}";
}
