using System.Text.Json;
using System.Text.Json.Nodes;

namespace IpytestNet.Tool.Jupyter;

/// <summary>A kernel as Jupyter finds it: a folder with <c>kernel.json</c> and logos.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="DisplayName">The name that people choose it by.</param>
internal sealed record KernelSpec(string Folder, string DisplayName)
{
    /// <summary>The name of the folder, unless another is given.</summary>
    public const string DefaultName = "csharp-ipytest";

    /// <summary>What people choose it by, unless another name is given.</summary>
    public const string DefaultDisplayName = "C# (ipytest)";

    // By it our kernels are known among others.
    private const string Mark = "ipytest";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The folder of a kernel below a data folder of Jupyter's.</summary>
    public static string FolderOf(string dataFolder, string name) => Path.Combine(dataFolder, "kernels", name);

    /// <summary>Finds the kernels of ours below a data folder of Jupyter's.</summary>
    public static IEnumerable<KernelSpec> In(string dataFolder)
    {
        var kernels = Path.Combine(dataFolder, "kernels");
        return Directory.Exists(kernels) ? Directory.EnumerateDirectories(kernels).Order(StringComparer.Ordinal).Select(Read).OfType<KernelSpec>() : [];
    }

    /// <summary>Reads the kernel in a folder; null if there is none of ours.</summary>
    public static KernelSpec? Read(string folder)
    {
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json")));
            return json?["metadata"]?[Mark] is null ? null : new KernelSpec(folder, json["display_name"]?.GetValue<string>() ?? Path.GetFileName(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Writes the folder; one that is there is replaced as a whole.</summary>
    /// <param name="launch">The command that starts the kernel.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Write(KernelLaunch launch)
    {
        var beside = $"{Folder}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(beside);
        try
        {
            File.WriteAllText(Path.Combine(beside, "kernel.json"), Json(launch).ToJsonString(Indented) + "\n");
            foreach (var logo in KernelLogos.Names)
                File.WriteAllBytes(Path.Combine(beside, logo), KernelLogos.Read(logo));
            if (Directory.Exists(Folder))
                Directory.Delete(Folder, recursive: true);
            Directory.Move(beside, Folder);
        }
        finally
        {
            if (Directory.Exists(beside))
                Directory.Delete(beside, recursive: true);
        }
    }

    private JsonObject Json(KernelLaunch launch) => new()
    {
        ["argv"] = new JsonArray([.. launch.Command.Select(word => (JsonNode)word), "kernel", "--connection-file", "{connection_file}"]),
        ["display_name"] = DisplayName,
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["env"] = new JsonObject(launch.Environment.Select(variable => KeyValuePair.Create(variable.Key, (JsonNode?)variable.Value))),
        ["metadata"] = new JsonObject { ["debugger"] = false, [Mark] = true },
    };
}
