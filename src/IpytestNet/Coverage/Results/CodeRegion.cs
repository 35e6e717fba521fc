namespace IpytestNet.Coverage.Results;

/// <summary>A function or a type in a source.</summary>
/// <param name="Name">Its name with those of the types around it: <c>Stack.Push</c>.</param>
/// <param name="IsType">Whether it is a type, and not a function.</param>
/// <param name="FirstLine">The 1-based line on which its declaration begins.</param>
/// <param name="LastLine">The line on which it ends.</param>
internal sealed record CodeRegion(string Name, bool IsType, int FirstLine, int LastLine);
