using IpytestNet.Testing.Platform.Log;
using IpytestNet.Testing.Platform.Notebooks;

namespace IpytestNet.Testing.Platform.Nodes;

/// <summary>Writes failures as a test explorer shows them.</summary>
/// <param name="notebook">The notebook.</param>
/// <param name="log">What is known of it.</param>
internal sealed class FailureText(ListedNotebook notebook, NotebookLog log)
{
    /// <summary>Writes what went wrong in a test.</summary>
    public NotebookException Of(LoggedTest test) =>
        new(string.Join("\n\n", test.Failures.Select(Text)), string.Join('\n', test.Failures.SelectMany(failure => failure.Frames).Select(Frame)));

    // The first line is what lists have room for; what the report shows stands below it, with the line once more at its place.
    private static string Text(LoggedFailure failure)
    {
        var text = failure.Text.Length > 0 ? $"{failure.Message.Split('\n')[0]}\n\n{failure.Text}" : failure.Message;
        return failure.When is "teardown" ? $"failed on teardown: {text}" : text;
    }

    private string Frame(LoggedPlace place)
    {
        var function = place.Function is "" or "<cell>" ? "" : $"{place.Function}, ";
        return !place.File.StartsWith("In[", StringComparison.Ordinal) ? $"   at {place.Function} in {place.File}:line {place.Line}"
            : log.LineInFile(place) is { } line ? $"   at {function}{notebook.Name}, {place.File}, line {place.Line} in {notebook.Path}:line {line}"
            : $"   at {function}{notebook.Name}, {place.File}, line {place.Line}";
    }
}
