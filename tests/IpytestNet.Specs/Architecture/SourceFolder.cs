namespace IpytestNet.Specs.Architecture;

/// <summary>How the folders of the sources are called in the table of dependencies.</summary>
internal static class SourceFolder
{
    /// <summary>The files in the library's root that may use all its folders; the others there are data that all may use.</summary>
    private static readonly HashSet<string> FrontDoor = new(StringComparer.Ordinal)
    {
        "src/IpytestNet/Ipytest.cs", "src/IpytestNet/IpytestMagic.cs", "src/IpytestNet/RewriteAssertTransformer.cs", "src/IpytestNet/RunCommand.cs", "src/IpytestNet/RunRequest.cs",
        "src/IpytestNet/RunSettings.cs", "src/IpytestNet/RunListing.cs", "src/IpytestNet/RunReporting.cs", "src/IpytestNet/TestRun.cs", "src/IpytestNet/RunPlugins.cs",
        "src/IpytestNet/FailurePrompt.cs", "src/IpytestNet/PluginLookup.cs", "src/IpytestNet/BuiltInReports.cs", "src/IpytestNet/RunDisplay.cs", "src/IpytestNet/CellFilenames.cs",
        "src/IpytestNet/CoverageConfigs.cs",
    };

    /// <summary>The files in the command's root that may use all its folders.</summary>
    private static readonly HashSet<string> FrontDoorOfTool = new(StringComparer.Ordinal) { "src/IpytestNet.Tool/Program.cs", "src/IpytestNet.Tool/Verbs.cs" };

    /// <summary>Names the folder of a file: <c>Frameworks/Xunit</c> in the library, <c>Kernel/Display</c>, <c>Tool</c>.</summary>
    /// <param name="path">The path in the repository, with slashes.</param>
    public static string Of(string path)
    {
        if (FrontDoor.Contains(path))
            return "(front-door)";
        if (FrontDoorOfTool.Contains(path))
            return "Tool/(front-door)";
        return path.Split('/') switch
        {
            [_, "IpytestNet", _] => "(data)",
            [_, "IpytestNet", .. var folders, _] => string.Join('/', folders),
            [_, var project, .. var folders, _] => string.Join('/', [project["IpytestNet.".Length..], .. folders]),
            _ => throw new ArgumentException($"Expected a path such as src/IpytestNet/Values/Html.cs, but got {path}.", nameof(path)),
        };
    }

    /// <summary>The namespace that a file's types belong in.</summary>
    public static string Namespace(string path) => string.Join('.', path.Split('/')[1..^1]);
}
