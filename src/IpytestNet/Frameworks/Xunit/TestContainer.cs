namespace IpytestNet.Frameworks.Xunit;

/// <summary>A type whose test methods are to be found, and what to call them.</summary>
/// <param name="Type">A test class, or the forwarder of a cell's functions.</param>
/// <param name="Module">The name that begins the node ids.</param>
/// <param name="Classes">The classes in the node ids; empty for a forwarder.</param>
/// <param name="Methods">The methods to take, or null for all.</param>
internal sealed record TestContainer(Type Type, string Module, IReadOnlyList<string> Classes, IReadOnlySet<string>? Methods = null);
