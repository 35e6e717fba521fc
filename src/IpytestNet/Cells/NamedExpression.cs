namespace IpytestNet.Cells;

/// <summary>A setting with the C# expression that gives its value.</summary>
/// <param name="Name">The name in camel case, for example <c>raiseOnError</c>.</param>
/// <param name="ExpressionText">The expression, not yet evaluated.</param>
internal sealed record NamedExpression(string Name, string ExpressionText);
