using System.Reflection;
using System.Text;

namespace IpytestNet.Tool.Export;

/// <summary>Source files that stand in a project for what a notebook has from ipytest, each only where it is used.</summary>
internal static class SupportFiles
{
    private static readonly (string File, string[] Signs)[] ByUse =
    [
        ("ExpectedFailure.cs", ["ExpectedFailure."]),
        ("FixtureSteps.cs", ["FixtureSteps."]),
        ("SharedFixtures.cs", ["SharedFixtures."]),
        ("TemporaryFolder.cs", ["TemporaryFolder("]),
        ("TemporaryFolderFactory.cs", ["TemporaryFolderFactory"]),
        ("CaptureFixture.cs", ["CaptureFixture"]),
        ("EnvironmentFixture.cs", ["EnvironmentFixture"]),
        ("FixtureRequest.cs", ["FixtureRequest"]),
        ("Variables.cs", ["Variables.Keep("]),
    ];

    /// <summary>The file of the functions that every cell may call.</summary>
    public const string Functions = "NotebookFunctions.cs";

    /// <summary>Returns the files that code uses, by name.</summary>
    /// <param name="code">The code.</param>
    /// <param name="space">The namespace of the project.</param>
    public static IEnumerable<(string Name, string Text)> For(string code, string space)
    {
        var files = ByUse.Where(entry => entry.Signs.Any(sign => code.Contains(sign, StringComparison.Ordinal))).Select(entry => entry.File).ToHashSet(StringComparer.Ordinal);
        if (files.Contains("SharedFixtures.cs"))
            files.Add("FixtureSteps.cs");
        return files.Order(StringComparer.Ordinal).Select(name => (name, Read(name, space)));
    }

    /// <summary>Reads a file.</summary>
    public static string Read(string name, string space)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"export/{Path.ChangeExtension(name, ".txt")}")!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Replace("SPACE", space, StringComparison.Ordinal);
    }

    /// <summary>Writes the file that orders the tests.</summary>
    /// <param name="classes">The names of their classes, in order.</param>
    /// <param name="space">The namespace of the project.</param>
    public static string Order(IEnumerable<string> classes, string space) =>
        Read("Order.cs", space).Replace("        CLASSES", string.Join('\n', classes.Select(name => $"        typeof({name}),")), StringComparison.Ordinal);

    /// <summary>Writes the file that runs the cells of the notebook in the order of the tests.</summary>
    /// <param name="writer">The code of the notebook.</param>
    /// <param name="plan">What was decided.</param>
    /// <param name="space">The namespace of the project.</param>
    public static string Cells(CodeFileWriter writer, ExportPlan plan, string space)
    {
        var running = writer.Running.ToList();
        var cells = string.Join('\n', running.Select(cell =>
            $"        new(\"{cell.Label}\", {(writer.IsAsync(cell) ? $"{plan.StateClass}.Run{cell.Suffix}" : $"Done({plan.StateClass}.Run{cell.Suffix})")}{(cell.ExpectsFailure ? ", MayThrow: true" : "")}),"));
        var fixtures = string.Concat(running.Select((cell, at) => $"\n/// <summary>Runs the cells up to {cell.Label}, before the tests of a class.</summary>\npublic sealed class After{cell.Suffix}() : CellsBefore({at + 1});\n"));
        return Read("Cells.cs", space).Replace("        CELLS", cells, StringComparison.Ordinal).Replace("FIXTURES\n", fixtures + "\n", StringComparison.Ordinal);
    }
}
