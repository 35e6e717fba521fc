namespace IpytestNet.Kernel.Documents;

/// <summary>A file is not a notebook that can be run here.</summary>
/// <param name="message">What was expected, what came and what to do, without the file's name.</param>
/// <param name="innerException">What the parser said, if it was one.</param>
public sealed class NotebookFormatException(string message, Exception? innerException = null)
    : Exception(message, innerException);
