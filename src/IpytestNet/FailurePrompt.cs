using IpytestNet.Hosting;
using IpytestNet.Reporting;
using IpytestNet.Sessions;
using IpytestNet.Values;

namespace IpytestNet;

/// <summary>Makes the prompt of <c>--pdb</c>, where somebody can be asked.</summary>
internal static class FailurePrompt
{
    private const string Beginning = "var failure = Ipytest.LastFailure!; var exception = failure.Exception;";

    /// <summary>The prompt of a run; null where nobody answers.</summary>
    public static PostMortemPrompt? Of(NotebookSession session)
    {
        if (session.Host is not { CanAsk: true } host)
            return null;
        INotebookAside? aside = null;
        return new PostMortemPrompt(host.Ask, code =>
        {
            if (aside is null)
            {
                aside = host.OpenAside();
                Evaluate(aside, Beginning);
            }

            return Evaluate(aside, code);
        });
    }

    private static string Evaluate(INotebookAside aside, string code)
    {
        try
        {
            var result = aside.RunAsync(code).GetAwaiter().GetResult();
            return result.HasValue ? ValueText.Of(result.Value, ValueTextOptions.Notebook) : "";
        }
        catch (CompilationException e)
        {
            return string.Join('\n', e.Problems.Select(problem => problem.Message));
        }
        catch (Exception e) when (e is not ThreadInterruptedException)
        {
            return $"{e.GetType().FullName}: {e.Message}";
        }
    }
}
