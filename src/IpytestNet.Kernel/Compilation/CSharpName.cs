namespace IpytestNet.Kernel.Compilation;

/// <summary>Writes a type as it can be named anywhere in C#.</summary>
internal static class CSharpName
{
    /// <summary>The full name, as <c>global::System.Func&lt;global::System.Int32&gt;</c>.</summary>
    public static string Of(Type type)
    {
        var name = "global::" + (type.FullName ?? type.Name).Split('`')[0].Replace('+', '.');
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : name;
    }
}
