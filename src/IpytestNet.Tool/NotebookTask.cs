namespace IpytestNet.Tool;

/// <summary>A notebook that is to run, with what the command has found out for it.</summary>
/// <param name="Target">The notebook.</param>
/// <param name="Output">The file to write the executed notebook to, or null.</param>
/// <param name="FailuresBefore">The node ids of the tests that had failed when the command began.</param>
internal sealed record NotebookTask(NotebookTarget.Found Target, string? Output, IReadOnlyCollection<string> FailuresBefore);
