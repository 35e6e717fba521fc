using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage.Reports;

/// <summary>Names of cells and files as names of files in one folder.</summary>
internal static class PlainFileName
{
    private const string Refused = "/\\:*?\"<>|";

    /// <summary>Writes a name without what file systems refuse: <c>In[3_1]</c>.</summary>
    public static string Of(string name) => string.Concat(name.Select(character => character < ' ' || Refused.Contains(character, StringComparison.Ordinal) ? '_' : character));

    /// <summary>Gives each of several cells or files a name of its own.</summary>
    /// <param name="files">The cells or files.</param>
    /// <param name="extension">What ends the names.</param>
    public static IEnumerable<(FileCoverage File, string Name)> Of(IEnumerable<FileCoverage> files, string extension)
    {
        // Some file systems take small and capital letters for the same.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            var name = Of(file.Name);
            for (var i = 2; !taken.Add(name); i++)
                name = $"{Of(file.Name)}_{i}";
            yield return (file, name + extension);
        }
    }
}
