namespace IpytestNet.Kernel.Completion;

/// <summary>The words of the language by the places where they can stand.</summary>
internal static class Keywords
{
    private static readonly string[] OfTypes =
    [
        "bool", "byte", "char", "decimal", "double", "dynamic", "float", "global", "int", "long", "nint", "nuint", "object", "sbyte", "short",
        "string", "uint", "ulong", "ushort", "var",
    ];

    private static readonly string[] OfValues =
    [
        "async", "await", "base", "checked", "default", "delegate", "false", "from", "nameof", "new", "null", "out", "ref", "sizeof",
        "stackalloc", "static", "switch", "this", "throw", "true", "typeof", "unchecked", "is", "not", "in", "with", "as",
    ];

    private static readonly string[] Modifiers =
    [
        "abstract", "async", "class", "const", "delegate", "enum", "event", "explicit", "extern", "implicit", "interface", "internal", "new",
        "operator", "override", "partial", "private", "protected", "public", "readonly", "record", "ref", "required", "sealed", "static",
        "struct", "unsafe", "virtual", "void", "volatile",
    ];

    private static readonly string[] OfStatements =
    [
        "abstract", "async", "await", "break", "case", "catch", "checked", "class", "const", "continue", "default", "delegate", "do", "else",
        "enum", "finally", "fixed", "for", "foreach", "goto", "if", "interface", "internal", "lock", "partial", "private", "public", "readonly",
        "record", "ref", "return", "sealed", "static", "struct", "switch", "throw", "try", "unchecked", "unsafe", "using", "void",
        "while", "yield", "new", "this", "base", "true", "false", "null", "typeof", "nameof", "extern",
    ];

    /// <summary>Words for types.</summary>
    public static IEnumerable<Candidate> ForType { get; } = Candidates(OfTypes);

    /// <summary>Words in expressions, of which some begin one.</summary>
    public static IEnumerable<Candidate> ForValue { get; } = Candidates([.. OfTypes, .. OfValues]);

    /// <summary>Words that begin a statement or a declaration.</summary>
    public static IEnumerable<Candidate> ForStatement { get; } = Candidates([.. OfTypes, .. OfStatements]);

    /// <summary>Words that begin a member of a type.</summary>
    public static IEnumerable<Candidate> ForMember { get; } = Candidates([.. OfTypes, .. Modifiers]);

    /// <summary>Words that go on an expression.</summary>
    public static IEnumerable<Candidate> ForContinuation { get; } = Candidates(
    [
        "and", "as", "ascending", "by", "descending", "equals", "group", "in", "into", "is", "join", "let", "on", "or", "orderby", "select",
        "switch", "when", "where", "with",
    ]);

    /// <summary>Words for what a type parameter must be.</summary>
    public static IEnumerable<Candidate> ForConstraint { get; } = Candidates(["class", "notnull", "struct", "unmanaged", "new()"]);

    /// <summary>Words that begin an accessor.</summary>
    public static IEnumerable<Candidate> ForAccessor { get; } = Candidates(["add", "get", "init", "private", "protected", "internal", "remove", "set"]);

    /// <summary>Words after the sign of a directive.</summary>
    public static IEnumerable<Candidate> ForDirective { get; } = Candidates(
    [
        "#define", "#elif", "#else", "#endif", "#endregion", "#error", "#if", "#line", "#load", "#nullable", "#pragma", "#r", "#region",
        "#undef", "#warning",
    ]);

    private static Candidate[] Candidates(IEnumerable<string> words) =>
        [.. words.Distinct(StringComparer.Ordinal).Select(word => new Candidate(word, CompletionKind.Keyword, Tier.Common))];
}
