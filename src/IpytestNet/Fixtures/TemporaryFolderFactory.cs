namespace IpytestNet.Fixtures;

/// <summary>What the fixture <c>tmpPathFactory</c> gives: temporary folders for fixtures that live longer than one test.</summary>
public sealed class TemporaryFolderFactory
{
    private readonly TemporaryFolders _folders = TemporaryFolders.Current;

    internal TemporaryFolderFactory()
    {
    }

    /// <summary>Makes an empty folder; the last three runs are kept.</summary>
    /// <param name="name">What its name begins with.</param>
    public DirectoryInfo Create(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return _folders.Create(name);
    }
}
