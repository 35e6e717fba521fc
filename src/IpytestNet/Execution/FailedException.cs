namespace IpytestNet.Execution;

/// <summary>One exception of a failure, taken down as text so that nothing of the notebook is kept alive.</summary>
/// <param name="TypeName">The full name of its type.</param>
/// <param name="Message">Its message; may have several lines.</param>
/// <param name="Frames">The user's frames, outermost call first; those of frameworks and of the runtime are cut.</param>
/// <param name="NativeTrace">Type, message and trace as .NET prints them, without the frames of frameworks and of the runtime.</param>
public sealed record FailedException(string TypeName, string Message, IReadOnlyList<SourceFrame> Frames, string NativeTrace)
{
    /// <summary>The full name of its type as the runtime has it, which tells types of different cells apart.</summary>
    internal string? RuntimeTypeName { get; init; }

    /// <summary>Whether it was thrown by a failed assertion, whose message needs no type name.</summary>
    public bool IsAssertion { get; init; }

    /// <summary>Whether no place in the code is to blame, so that the message is all there is to show.</summary>
    internal bool HasNoPlace { get; init; }

    /// <summary>What an assertion had evaluated of its condition when the exception left it, in lines to show below the message.</summary>
    /// <value>Default null: no assertion let it through.</value>
    public string? Note { get; init; }

    /// <summary>Whether its type is, or derives from, a type.</summary>
    internal bool IsOf(Type type) => RuntimeTypeName == type.FullName
        || AppDomain.CurrentDomain.GetAssemblies().Any(assembly => type.IsAssignableFrom(assembly.GetType(RuntimeTypeName ?? TypeName)));
}
