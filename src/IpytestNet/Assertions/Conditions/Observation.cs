namespace IpytestNet.Assertions.Conditions;

/// <summary>What is known of the calls of a predicate such as that of <c>All</c>.</summary>
/// <param name="Method">The name of the method that called it, as <c>All</c>.</param>
/// <param name="Parameter">The name of its parameter.</param>
/// <param name="LastArgument">The slot of the argument of its last call.</param>
/// <param name="Calls">The slot of the number of its calls.</param>
internal sealed record Observation(string Method, string Parameter, int LastArgument, int Calls);
