using System.Runtime.CompilerServices;
using Xunit;

namespace IpytestNet.Specs;

/// <summary>Compares a text that a person sees with the approved one, which lies beside the spec.</summary>
internal static class ApprovedText
{
    /// <summary>
    /// Fails unless the text is that of <c>Specs.Method.approved.txt</c>; then it is left beside it as
    /// <c>Specs.Method.received.txt</c>, to look at and to rename if it is right.
    /// </summary>
    public static void Verify(string actual, [CallerMemberName] string method = "", [CallerFilePath] string spec = "")
    {
        var stem = $"{Path.ChangeExtension(spec, null)}.{method}";
        Compare(actual, $"{stem}.approved.txt", $"{stem}.received.txt");
    }

    /// <summary>Fails unless the text is that of a file; then it is left in another.</summary>
    public static void Compare(string actual, string approvedPath, string receivedPath)
    {
        var approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath).ReplaceLineEndings("\n") : null;

        actual = actual.ReplaceLineEndings("\n");
        if (approved == actual)
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, actual);
        Assert.Fail(
            $"Expected the text of {Path.GetFileName(approvedPath)}{(approved is null ? ", which does not exist" : "")}, but got:\n{actual}\n"
            + $"If this is right, rename {receivedPath} to {Path.GetFileName(approvedPath)}.");
    }
}
