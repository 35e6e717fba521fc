using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace IpytestNet.Values;

/// <summary>Names of types as C# writes them, without namespaces.</summary>
public static class TypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    // The most telling first: an iterator that is a sequence is its own enumerator too.
    private static readonly Type[] Sequences =
    [
        typeof(IReadOnlyList<>), typeof(IEnumerable<>), typeof(IAsyncEnumerable<>), typeof(IEnumerator<>), typeof(IAsyncEnumerator<>),
        typeof(IEnumerable), typeof(IEnumerator),
    ];

    /// <summary>Gives the name, for example <c>Dictionary&lt;string, int?[]&gt;</c>; a type of a cell has its own name only.</summary>
    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsArray)
            return OfArray(type);
        if (type.IsByRef)
            return $"ref {Of(type.GetElementType()!)}";
        if (type.IsPointer)
            return $"{Of(type.GetElementType()!)}*";
        if (type.IsFunctionPointer)
            return OfFunctionPointer(type);
        if (type.IsGenericParameter)
            return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Of(underlying)}?";
        if (IsAnonymous(type))
            return OfAnonymous(type);
        if (IsAnonymousDelegate(type))
            return "delegate";
        if (IsSubmission(type))
            return "<cell>";
        if (IsGenerated(type))
            return OfGenerated(type);
        return IsValueTuple(type) ? $"({string.Join(", ", TupleElements(type).Select(Of))})" : OfNamed(type);
    }

    internal static bool IsAnonymous(Type type) =>
        type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal)
        && type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    // The compiler makes one for a lambda that no Func and no Action fits, such as (ref int x) => x.
    private static bool IsAnonymousDelegate(Type type) => type.Name.StartsWith("<>", StringComparison.Ordinal) && typeof(Delegate).IsAssignableFrom(type);

    /// <summary>Tells whether the compiler made a type of code, as of an iterator or for the variables of a lambda; nobody knows its parts.</summary>
    internal static bool IsGenerated(Type type) => type.Name.StartsWith('<') && !IsAnonymous(type) && !IsFileLocal(type) || IsSubmission(type);

    // What it is for is told by what it implements.
    private static string OfGenerated(Type type) =>
        Sequences.Select(definition => Implemented(type, definition)).FirstOrDefault(found => found is not null) is { } sequence
            ? Of(sequence)
            : typeof(IAsyncStateMachine).IsAssignableFrom(type) ? "<async method>" : "<closure>";

    private static Type? Implemented(Type type, Type definition) =>
        definition.IsGenericType ? Elements.InterfaceOf(type, definition) : definition.IsAssignableFrom(type) ? definition : null;

    private static bool IsFileLocal(Type type) => type.Name.IndexOf(">F", StringComparison.Ordinal) is > 0 and var end && type.Name.IndexOf("__", end, StringComparison.Ordinal) > 0;

    private static string OfArray(Type type)
    {
        // int[][,] is an array of int[,]: the outermost brackets come first.
        var brackets = "";
        for (; type.IsArray; type = type.GetElementType()!)
            brackets += $"[{new string(',', type.GetArrayRank() - 1)}]";
        return Of(type) + brackets;
    }

    private static string OfFunctionPointer(Type type) =>
        $"delegate*<{string.Join(", ", type.GetFunctionPointerParameterTypes().Append(type.GetFunctionPointerReturnType()).Select(Of))}>";

    private static string OfAnonymous(Type type)
    {
        var properties = type.GetProperties().Select(property => $"{Of(property.PropertyType)} {property.Name}");
        return $"<anonymous type: {string.Join(", ", properties)}>";
    }

    private static bool IsValueTuple(Type type) =>
        type is { IsConstructedGenericType: true, Namespace: "System" }
        && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal)
        && type.GenericTypeArguments.Length > 1;

    private static Type[] TupleElements(Type type)
    {
        var arguments = type.GenericTypeArguments;
        return arguments.Length < 8 ? arguments : [.. arguments[..7], .. TupleElements(arguments[7])];
    }

    private static string OfNamed(Type type)
    {
        var arguments = type.GetGenericArguments();
        var names = new List<string>();
        foreach (var part in Nesting(type))
        {
            var inherited = part.DeclaringType?.GetGenericArguments().Length ?? 0;
            var own = arguments[inherited..part.GetGenericArguments().Length];
            names.Add(SimpleName(part) + OfArguments(own, type.IsGenericTypeDefinition));
        }

        return string.Join('.', names);
    }

    /// <summary>Lists the types that a type is nested in, outermost first, and the type; the class of a submission is no type of the user's.</summary>
    private static IEnumerable<Type> Nesting(Type type) =>
        type.DeclaringType is { } outer && !IsSubmission(outer) ? [.. Nesting(outer), type] : [type];

    private static bool IsSubmission(Type type) =>
        type.GetMethod("<Factory>", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic) is not null;

    private static string SimpleName(Type type)
    {
        var name = type.Name;
        var arity = name.LastIndexOf('`');
        if (arity >= 0)
            name = name[..arity];

        // A file-local type is called <file>F1A2B3__Name.
        var end = name.StartsWith('<') ? name.IndexOf(">F", StringComparison.Ordinal) : -1;
        var start = end < 0 ? -1 : name.IndexOf("__", end, StringComparison.Ordinal);
        return start < 0 ? name : name[(start + 2)..];
    }

    private static string OfArguments(Type[] arguments, bool open) => arguments switch
    {
        [] => "",
        _ when open => $"<{new string(',', arguments.Length - 1)}>",
        _ => $"<{string.Join(", ", arguments.Select(Of))}>",
    };
}
