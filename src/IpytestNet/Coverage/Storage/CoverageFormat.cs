using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IpytestNet.Coverage.Results;

namespace IpytestNet.Coverage.Storage;

/// <summary>How the data file holds what was measured; paths below its folder are relative to it.</summary>
internal static class CoverageFormat
{
    /// <summary>How every data file begins.</summary>
    public const string Start = $$"""{"{{VersionKey}}":""";

    private const string VersionKey = "ipytest_coverage";
    private const int Version = 1;

    /// <summary>JSON on one line.</summary>
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the JSON.</summary>
    /// <param name="data">What was measured.</param>
    /// <param name="folder">The full path of the folder of the file.</param>
    public static JsonObject Write(CoverageData data, string folder)
    {
        var contexts = new List<string>(data.Files.SelectMany(file => file.Lines).SelectMany(line => line.Contexts).Distinct());
        var numbers = contexts.Select((context, i) => (context, i)).ToDictionary(pair => pair.context, pair => pair.i, StringComparer.Ordinal);
        return new JsonObject
        {
            [VersionKey] = Version,
            ["has_branches"] = data.HasBranches,
            ["has_contexts"] = data.HasContexts,
            ["warnings"] = Array(data.Warnings, warning => warning),
            ["contexts"] = Array(contexts, context => context),
            ["files"] = Array(data.Files, file => Write(file, numbers, folder)),
        };
    }

    /// <summary>Reads the JSON.</summary>
    /// <param name="root">The JSON.</param>
    /// <param name="folder">The full path of the folder of the file.</param>
    /// <exception cref="CoverageFileException">It was written by a newer version.</exception>
    public static CoverageData Read(JsonObject root, string folder)
    {
        if (root[VersionKey]!.GetValue<int>() is var version and not Version)
            throw new CoverageFileException($"expected coverage data of version {Version}, but got version {version}; use the ipytest that wrote it, or measure again");
        var contexts = List(root["contexts"], node => node.GetValue<string>());
        return new CoverageData
        {
            HasBranches = root["has_branches"]!.GetValue<bool>(),
            HasContexts = root["has_contexts"]!.GetValue<bool>(),
            Warnings = List(root["warnings"], node => node.GetValue<string>()),
            Files = List(root["files"], node => ReadFile(node, contexts, folder)),
        };
    }

    private static JsonObject Write(FileCoverage file, Dictionary<string, int> contexts, string folder) => new()
    {
        ["name"] = file.Name,
        ["path"] = file.Path is { } path ? Shorten(path, folder) : null,
        ["note"] = file.Note,
        ["source"] = file.Source,
        // A line is its number, its hits and the numbers of its contexts.
        ["lines"] = Array(file.Lines, line => new JsonArray([line.Number, line.Hits, .. line.Contexts.Select(context => (JsonNode)contexts[context])])),
        ["excluded"] = Array(file.ExcludedLines, line => line),
        ["outcomes"] = Array(file.Outcomes, outcome => new JsonArray(outcome.Line, outcome.Decision, outcome.Hits, outcome.Word, outcome.Code, outcome.Destination, outcome.IsOptional)),
        ["regions"] = Array(file.Regions, region => new JsonArray(region.Name, region.IsType, region.FirstLine, region.LastLine)),
    };

    private static FileCoverage ReadFile(JsonNode node, IReadOnlyList<string> contexts, string folder) => new()
    {
        Name = node["name"]!.GetValue<string>(),
        Path = node["path"]?.GetValue<string>() is { } path ? Path.GetFullPath(path, folder) : null,
        Note = node["note"]?.GetValue<string>(),
        Source = node["source"]!.GetValue<string>(),
        Lines = List(node["lines"], line => new LineCoverage(Int(line[0]), line[1]!.GetValue<long>())
        {
            Contexts = [.. line.AsArray().Skip(2).Select(number => contexts[Int(number)])],
        }),
        ExcludedLines = List(node["excluded"], Int),
        Outcomes = List(node["outcomes"], outcome => new BranchOutcome(Int(outcome[0]), Int(outcome[1]), outcome[2]!.GetValue<long>())
        {
            Word = outcome[3]!.GetValue<string>(),
            Code = outcome[4]!.GetValue<string>(),
            Destination = outcome[5]?.GetValue<int>(),
            IsOptional = outcome[6]!.GetValue<bool>(),
        }),
        Regions = List(node["regions"], region => new CodeRegion(region[0]!.GetValue<string>(), region[1]!.GetValue<bool>(), Int(region[2]), Int(region[3]))),
    };

    private static string Shorten(string path, string folder)
    {
        var relative = Path.GetRelativePath(folder, path);
        return Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> node) => new([.. items.Select(node)]);

    private static IReadOnlyList<T> List<T>(JsonNode? array, Func<JsonNode, T> item) => [.. array!.AsArray().Select(node => item(node!))];

    private static int Int(JsonNode? node) => node!.GetValue<int>();
}
