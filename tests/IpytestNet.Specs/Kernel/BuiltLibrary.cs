using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Specs.Kernel;

/// <summary>A library built from C# text, as a user would build one beside a notebook.</summary>
internal static class BuiltLibrary
{
    /// <summary>Builds a library into a folder.</summary>
    /// <returns>Its path.</returns>
    public static string Build(string folder, string name, string code, params string[] references) =>
        Build(folder, name, code, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>Builds a library with a key, as strong names have.</summary>
    public static string BuildSigned(string folder, string name, string code) => Build(
        folder, name, code, [], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, publicSign: true, cryptoPublicKey: [.. typeof(object).Assembly.GetName().GetPublicKey()!]));

    private static string Build(string folder, string name, string code, string[] references, CSharpCompilationOptions options)
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(code)],
            references.Append(Path.Combine(framework, "System.Private.CoreLib.dll")).Append(Path.Combine(framework, "System.Runtime.dll"))
                .Select(path => MetadataReference.CreateFromFile(path)),
            options);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name + ".dll");
        var result = compilation.Emit(path);
        return result.Success ? path : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
