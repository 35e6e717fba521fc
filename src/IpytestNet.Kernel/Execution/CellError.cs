namespace IpytestNet.Kernel.Execution;

/// <summary>The error that ended a cell, in the parts of a Jupyter <c>error</c> message.</summary>
/// <param name="Name">The short name of the exception's type, or <c>CompilationError</c>.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Traceback">The lines to show, the message among them, without colour.</param>
public sealed record CellError(string Name, string Message, IReadOnlyList<string> Traceback)
{
    /// <summary>The innermost line of the notebook that threw, where the lines to show do not have its text; null if not known.</summary>
    public CellPlace? Place { get; init; }

    /// <summary>Where it went wrong, whatever the lines to show have of it; null if not known.</summary>
    internal CellPlace? Origin { get; init; }
}
