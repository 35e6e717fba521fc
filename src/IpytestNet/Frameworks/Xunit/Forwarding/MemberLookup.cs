namespace IpytestNet.Frameworks.Xunit.Forwarding;

/// <summary>Gives the value of a notebook's variable or property, or of a function called with arguments.</summary>
/// <param name="name">The name in the notebook.</param>
/// <param name="arguments">The arguments, if it is a function.</param>
public delegate object? MemberLookup(string name, object?[] arguments);
