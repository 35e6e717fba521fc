namespace IpytestNet.Kernel.Completion;

/// <summary>Something that could be written at a place, whatever has been typed of it.</summary>
/// <param name="Text">What would be written.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Tier">How likely it is meant, likelier ones first.</param>
internal sealed record Candidate(string Text, CompletionKind Kind, Tier Tier = Tier.Usual)
{
    /// <summary>Gives what is said of it, if it is shown.</summary>
    public Func<string?> Signature { get; init; } = () => null;

    /// <summary>Tells whether it must not be shown after all; asked only for what would be.</summary>
    public Func<bool> IsHidden { get; init; } = () => false;

    /// <summary>What typed letters are compared with.</summary>
    public string MatchedText => Text.StartsWith('@') ? Text[1..] : Text;
}
