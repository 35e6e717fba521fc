namespace IpytestNet.Specs.Architecture;

/// <summary>A place where code of one folder uses a type of another.</summary>
/// <param name="From">The folder of the code.</param>
/// <param name="To">The folder of the type.</param>
/// <param name="Place">File and line, and the type.</param>
internal sealed record FolderUse(string From, string To, string Place);
