namespace IpytestNet.Discovery;

/// <summary>The condition of a marker cannot be evaluated.</summary>
internal sealed class ConditionException(string message) : Exception(message);
