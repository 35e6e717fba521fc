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
        if (type.IsGenericParameter)
            return type.Name;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Of(underlying)}?";
        if (IsAnonymous(type))
            return OfAnonymous(type);
        return IsValueTuple(type) ? $"({string.Join(", ", TupleElements(type).Select(Of))})" : OfNamed(type);
    }

    internal static bool IsAnonymous(Type type) =>
        type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal)
        && type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static string OfArray(Type type)
    {
        // int[][,] is an array of int[,]: the outermost brackets come first.
        var brackets = "";
        for (; type.IsArray; type = type.GetElementType()!)
            brackets += $"[{new string(',', type.GetArrayRank() - 1)}]";
        return Of(type) + brackets;
    }

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
