namespace IpytestNet.Kernel.Completion;

/// <summary>One way to complete what is written.</summary>
/// <param name="Text">What takes the place of the text from <see cref="CompletionList.Start"/> to <see cref="CompletionList.End"/>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Signature">
/// The declaration of a function with the number of its overloads, the type of a value, or a line of help; null where there is
/// nothing to say.
/// </param>
public sealed record CompletionItem(string Text, CompletionKind Kind, string? Signature);
