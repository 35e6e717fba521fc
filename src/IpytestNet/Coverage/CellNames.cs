using IpytestNet.Coverage.Instrumentation;
using IpytestNet.Coverage.Measuring;
using IpytestNet.Discovery;
using IpytestNet.Sessions;

namespace IpytestNet.Coverage;

/// <summary>The names of a notebook's cells and files in reports of coverage.</summary>
internal sealed class CellNames(NotebookSession session, string folder) : ICodeNames
{
    /// <inheritdoc/>
    public string Of(string path)
    {
        if (IsCell(path))
            return session.Coverage.TranslatesNames ? (session.CommandCoverage?.CellName(path) ?? path) : Internal(path);
        var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
        return !Path.IsPathRooted(path) || relative.StartsWith("../", StringComparison.Ordinal) ? path : relative;
    }

    /// <inheritdoc/>
    public bool IsInUse(string cell) => session.Definitions.All().Any(definition =>
        definition.Cell == cell && definition.Kind is (DefinitionKind.Function or DefinitionKind.Type) && !definition.IsConftest && !NotebookTests.IsTest(definition));

    /// <summary>Whether a cell defines tests alone.</summary>
    public bool IsTestsOnly(MeasuredCode code)
    {
        if (code.Module is not null)
            return false;
        var own = session.Definitions.All().Where(definition => definition.Cell == code.Path).ToList();
        return own.Count > 0 && own.TrueForAll(NotebookTests.IsTest);
    }

    /// <summary>Whether a cell has nothing but tests that are forgotten or were defined again: nothing can run them any more.</summary>
    public bool HasForgottenTestsOnly(MeasuredCode code, CodeMap map)
    {
        if (code.Module is not null || session.Definitions.Live().Any(definition => definition.Cell == code.Path))
            return false;
        var names = map.Regions.Select(region => region.Name).Where(name => !name.Contains('.', StringComparison.Ordinal)).ToList();
        return names.Count > 0 && names.TrueForAll(name => session.Definitions.Find(name) is { Count: > 0 } found && found.All(NotebookTests.IsTest));
    }

    /// <inheritdoc/>
    public string? NoteOf(string cell, CodeMap map)
    {
        var superseded = map.Regions
            .Where(region => !region.Name.Contains('.', StringComparison.Ordinal))
            .Select(region => (region.Name, Now: session.Definitions.Find(region.Name).Select(definition => definition.Cell).FirstOrDefault()))
            .Where(region => region.Now is { } now && now != cell)
            .Select(region => $"{region.Name} by {Of(region.Now!)}")
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return superseded.Count == 0 ? null : $"superseded: {string.Join(", ", superseded)}";
    }

    private static bool IsCell(string path) => path.StartsWith("In[", StringComparison.Ordinal);

    private string Internal(string cell) => session.Coverage.Codes.LastOrDefault(code => code.Path == cell) is { } code ? $"Submission#{code.Id}" : cell;
}
