namespace IpytestNet.Testing.Platform.Notebooks;

/// <summary>The notebooks of the test project cannot be run at all.</summary>
/// <param name="message">What was expected, what is there and what to do.</param>
internal sealed class NotebookListException(string message) : Exception(message);
