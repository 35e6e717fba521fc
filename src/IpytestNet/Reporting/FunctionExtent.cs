namespace IpytestNet.Reporting;

/// <summary>The 1-based lines of a function that are shown for a failure in it.</summary>
/// <param name="FirstLine">The line on which it begins, with its attributes.</param>
/// <param name="BodyLine">The line on which its body begins.</param>
/// <param name="LastLine">The last line of the failing statement.</param>
internal sealed record FunctionExtent(int FirstLine, int BodyLine, int LastLine);
