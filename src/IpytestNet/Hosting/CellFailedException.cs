namespace IpytestNet.Hosting;

/// <summary>A cell did not compile or threw; its error has already been shown to the user.</summary>
/// <param name="message">The first line of the error.</param>
public sealed class CellFailedException(string message) : Exception(message);
