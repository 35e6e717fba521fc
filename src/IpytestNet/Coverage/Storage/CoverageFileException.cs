namespace IpytestNet.Coverage.Storage;

/// <summary>Says why a data file cannot be read or written.</summary>
internal sealed class CoverageFileException(string message, Exception? cause = null) : Exception(message, cause);
