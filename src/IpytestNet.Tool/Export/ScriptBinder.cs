using IpytestNet.CommandLine;
using IpytestNet.Hosting;
using IpytestNet.Kernel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Tool.Export;

/// <summary>Binds the code of a notebook, cell by cell, without running it.</summary>
/// <param name="host">The engine.</param>
/// <param name="warnings">Takes what cannot be had.</param>
internal sealed class ScriptBinder(NotebookHost host, List<ExportWarning> warnings)
{
    private bool _hasOwnAssert;

    /// <summary>What the cells refer to.</summary>
    public List<MetadataReference> References { get; } = [];

    /// <summary>Binds a cell; one that does not compile gets a defect.</summary>
    public void Bind(ScriptCell cell)
    {
        var code = Resolvable(cell);
        foreach (var alwaysIf in (bool[])[false, true])
        {
            var text = _hasOwnAssert ? code : AssertLowering.Lower(code, alwaysIf);
            try
            {
                cell.Bind(text, Bound(cell.Label, text));
                cell.Defect = cell.Compilation!.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error) is { } error
                    ? $"it does not compile ({error.Id}: {error.GetMessage()})"
                    : null;
            }
            catch (Exception e) when (e is CompilationException or UsageException)
            {
                cell.Defect = $"it does not compile ({e.Message})";
            }

            if (cell.Defect is null || _hasOwnAssert)
                break;
        }

        _hasOwnAssert |= cell.Defect is null && cell.Root.Members.OfType<Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax>().Any(method => method.Identifier.ValueText is "Assert");
    }

    private CSharpCompilation Bound(string name, string code)
    {
        var compilation = host.Bind(name, code);
        References.AddRange(compilation.References);
        return compilation;
    }

    // What a reference names and cannot be had is left out, so that the rest of the cell is not.
    private string Resolvable(ScriptCell cell)
    {
        var lines = cell.Original.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].TrimStart().StartsWith("#r", StringComparison.Ordinal) && !lines[i].TrimStart().StartsWith("#i", StringComparison.Ordinal))
                continue;
            var directive = string.Join('\n', lines.Select((line, at) => at <= i && line.TrimStart().StartsWith('#') ? line : ""));
            try
            {
                Bound($"{cell.Label} references", directive);
            }
            catch (CompilationException e)
            {
                warnings.Add(new ExportWarning(cell.Label, $"{lines[i].Trim()} cannot be had: {(e.Problems is [var first, ..] ? first.Message : e.Message)}"));
                lines[i] = $"// {lines[i]}";
            }
        }

        return string.Join('\n', lines);
    }
}
