using System.Reflection;

namespace IpytestNet.Sessions;

/// <summary>A name of the notebook and what it stands for now.</summary>
internal sealed record Definition
{
    private const BindingFlags AllMembers =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What it stands for.</summary>
    public required DefinitionKind Kind { get; init; }

    /// <summary>The cell that defines it, as <c>In[3]</c>.</summary>
    public required string Cell { get; init; }

    /// <summary>The place in the notebook's history: cells count up as they start to run.</summary>
    public required int Order { get; init; }

    /// <summary>The place in the cell.</summary>
    public required int Position { get; init; }

    /// <summary>The 1-based line in the cell.</summary>
    public required int Line { get; init; }

    /// <summary>The C# text of the declaration; empty for variables.</summary>
    public string Text { get; init; } = "";

    /// <summary>The documentation comments of the declaration and of what it contains.</summary>
    public IReadOnlyList<DocComment> Comments { get; init; } = [];

    /// <summary>The names that the text mentions.</summary>
    public IReadOnlySet<string> References { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether it comes from a file that a cell loads.</summary>
    public bool IsLoaded { get; init; }

    /// <summary>Whether it comes from a <c>conftest.csx</c>, and so is no part of the notebook.</summary>
    public bool IsConftest { get; init; }

    /// <summary>What its documentation says it is, in a sentence; empty without any.</summary>
    public string Summary => Comments.FirstOrDefault(comment => comment.Name == Name) is { } comment ? DocumentationSummary.Of(comment.Text) : "";

    /// <summary>The live object that holds it: the submission of the cell, or of a later declaration of the same text.</summary>
    public required object Holder { get; init; }

    /// <summary>When <see cref="Holder"/> was compiled, on the scale of <see cref="Order"/>: newer definitions are unknown to it.</summary>
    public required int BoundAt { get; init; }

    /// <summary>Why it does not compile any more with the newest definitions, or null.</summary>
    public string? Defect { get; init; }

    /// <summary>The functions of this name in <see cref="Holder"/>.</summary>
    public IEnumerable<MethodInfo> Methods => Holder.GetType().GetMember(Name, MemberTypes.Method, AllMembers).Cast<MethodInfo>();

    /// <summary>The type where it is one of a loaded library, or null.</summary>
    public Type? LibraryType { get; init; }

    /// <summary>The type of this name in <see cref="Holder"/> or in a loaded library, or null.</summary>
    public Type? Type => LibraryType ?? (Kind is DefinitionKind.Type
        ? Holder.GetType().GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
            .FirstOrDefault(type => string.Equals(type.Name.Split('`')[0], Name, StringComparison.Ordinal))
        : null);

    /// <summary>Reads the value of a variable or property, or calls a function.</summary>
    public object? Read(object?[] arguments)
    {
        foreach (var member in Holder.GetType().GetMember(Name, AllMembers))
        {
            switch (member)
            {
                case FieldInfo field:
                    return field.GetValue(Holder);
                case PropertyInfo property:
                    return property.GetValue(Holder);
                case MethodInfo method when method.GetParameters().Length == arguments.Length:
                    return method.Invoke(Holder, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
            }
        }

        throw new MissingMemberException($"{Name} of {Cell} takes other arguments than the {arguments.Length} given.");
    }
}
