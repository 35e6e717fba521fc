namespace IpytestNet.Tool;

/// <summary>What is no test and went wrong all the same: a cell that threw, a notebook that cannot be read.</summary>
/// <param name="Place">The cell, or an empty text for the notebook as a whole.</param>
/// <param name="Type">The type of the exception, or what stands for it.</param>
/// <param name="Message">What happened.</param>
internal sealed record ReportedError(string Place, string Type, string Message);
