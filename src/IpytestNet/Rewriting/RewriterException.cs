namespace IpytestNet.Rewriting;

/// <summary>A rewriting rule of the user's failed, or gave edits that cannot be applied.</summary>
/// <param name="rewriter">The rule.</param>
/// <param name="problem">What is wrong, as a sentence.</param>
/// <param name="inner">What the rule threw, or null.</param>
internal sealed class RewriterException(object rewriter, string problem, Exception? inner = null)
    : Exception($"{problem} The cell has not run. Cells run without this rule from now on: mend it and add it to the notebook's Rewriters again.", inner)
{
    /// <summary>The rule.</summary>
    public object Rewriter { get; } = rewriter;
}
