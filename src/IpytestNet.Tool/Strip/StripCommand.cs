using IpytestNet.Files;
using IpytestNet.Kernel.Documents;
using IpytestNet.Tool.Terminal;

namespace IpytestNet.Tool.Strip;

/// <summary>The verb <c>ipytest strip</c>.</summary>
/// <param name="console">The process around it.</param>
/// <param name="options">What is stripped.</param>
/// <param name="checks">Whether nothing is written.</param>
internal sealed class StripCommand(ToolConsole console, StripOptions options, bool checks)
{
    private const string StandardInput = "-";

    /// <summary>Strips notebooks.</summary>
    /// <param name="paths">Files, folders and patterns; or <c>-</c> alone.</param>
    public ExitCode Run(IReadOnlyList<string> paths)
    {
        if (paths is [StandardInput])
            return Try("standard input", Filter);
        if (paths.Contains(StandardInput))
            return Fail("expected either - or paths, but both are given; leave one out");
        return ExitCodes.Worst(NotebookPaths.Expand(paths, console.WorkingDirectory).Select(Strip));
    }

    private ExitCode Strip(NotebookTarget target) => target switch
    {
        NotebookTarget.Missing missing => Fail($"{missing.Shown}: {missing.Message}"),
        // The text formats have no place for outputs.
        NotebookTarget.Found found when Path.GetExtension(found.FullPath).ToLowerInvariant() is ".dib" or ".cs" => ExitCode.Ok,
        NotebookTarget.Found found => Try(found.Shown, () => StripFile(found)),
        _ => throw new ArgumentException($"unknown target {target}", nameof(target)),
    };

    private ExitCode StripFile(NotebookTarget.Found file)
    {
        var document = DocumentText.Decode(File.ReadAllBytes(file.FullPath));
        var stripped = Strip(document);
        if (stripped == document.Text)
            return ExitCode.Ok;
        if (!checks)
            AtomicFile.Write(file.FullPath, stripped, document.Encoding);
        console.Out.WriteLine($"{(checks ? "would strip" : "stripped")} {file.Shown}");
        return checks ? ExitCode.TestsFailed : ExitCode.Ok;
    }

    private ExitCode Filter()
    {
        using var input = console.OpenInput();
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        var document = DocumentText.Decode(bytes.ToArray());
        var stripped = Strip(document);
        if (checks)
            return stripped == document.Text ? ExitCode.Ok : ExitCode.TestsFailed;
        using var output = console.OpenOutput();
        output.Write(document.Encoding.Preamble);
        output.Write(document.Encoding.GetBytes(stripped));
        output.Flush();
        return ExitCode.Ok;
    }

    // git hands an empty file to its filters as well.
    private string Strip(DocumentText document) => string.IsNullOrWhiteSpace(document.Text) ? document.Text : NotebookStripping.Strip(document.Text, options);

    private ExitCode Try(string shown, Func<ExitCode> strip)
    {
        try
        {
            return strip();
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return Fail($"{shown}: {e.Message}");
        }
    }

    private ExitCode Fail(string message)
    {
        console.Error.WriteLine($"ipytest strip: error: {message}");
        return ExitCode.UsageError;
    }
}
