namespace IpytestNet.CommandLine;

/// <summary>A part of a <see cref="KeywordExpression"/>, decided by which names hold.</summary>
internal delegate bool KeywordCondition(Func<string, bool> isName);
