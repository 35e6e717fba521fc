using System.Text.Json;
using System.Text.Json.Nodes;

namespace IpytestNet.Kernel.Documents;

/// <summary>What the metadata of a Jupyter notebook and its cells say about language and tags.</summary>
internal static class NotebookMetadata
{
    private static readonly string[] CsharpKernels = [".net-csharp", "csharp-ipytest", "csharp"];

    /// <summary>Throws unless the notebook is in C#; one that says nothing is.</summary>
    public static void RequireCSharp(JsonNode? metadata)
    {
        var kernel = Text(metadata, "kernelspec", "name");
        if (kernel is not null && CsharpKernels.Contains(kernel))
            return;

        var language = Text(metadata, "kernelspec", "language") ?? Text(metadata, "language_info", "name");
        if ((language ?? kernel) is not { } said || CellLanguage.Find(said) == CellLanguage.CSharp)
            return;

        var came = kernel is null ? $"'{said}'" : $"'{said}' (kernel '{kernel}')";
        throw new NotebookFormatException($"expected a notebook in C#, but its language is {came}; choose a C# kernel for it, or leave it out");
    }

    /// <summary>Returns the language that a code cell's own metadata say, or C#.</summary>
    public static CellLanguage LanguageOf(JsonNode? cellMetadata) =>
        (Text(cellMetadata, "polyglot_notebook", "kernelName") ?? Text(cellMetadata, "dotnet_interactive", "language")) is { } name
            ? CellLanguage.Of(name)
            : CellLanguage.CSharp;

    /// <summary>Returns the tags of a cell.</summary>
    public static IReadOnlyList<string> TagsOf(JsonNode? cellMetadata) =>
        Member(cellMetadata, "tags") is JsonArray tags ? [.. tags.Select(TextOf).OfType<string>()] : [];

    private static string? Text(JsonNode? node, string section, string name) =>
        TextOf(Member(Member(node, section), name)) is { Length: > 0 } text ? text : null;

    private static string? TextOf(JsonNode? node) =>
        node?.GetValueKind() is JsonValueKind.String ? node.GetValue<string>() : null;

    private static JsonNode? Member(JsonNode? node, string name) => (node as JsonObject)?[name];
}
