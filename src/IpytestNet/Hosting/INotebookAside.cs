namespace IpytestNet.Hosting;

/// <summary>Code beside the cells of a notebook: it sees all that the notebook defines, and the notebook sees nothing of what it declares.</summary>
public interface INotebookAside
{
    /// <summary>Runs code; what it declares is known to the code that follows here.</summary>
    /// <param name="code">C# as in a cell; <c>#line</c> directives say where it stands.</param>
    /// <returns>The value of its last expression; what the code throws is thrown.</returns>
    /// <exception cref="CompilationException">It does not compile; what came before is as it was.</exception>
    Task<AsideResult> RunAsync(string code);
}
