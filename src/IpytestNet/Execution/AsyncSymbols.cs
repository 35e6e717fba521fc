using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;

namespace IpytestNet.Execution;

/// <summary>The symbols of assemblies with async code, by which the place is found at which that code awaits.</summary>
internal static class AsyncSymbols
{
    // Of the portable PDB format: https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md
    private static readonly Guid SteppingInformation = new("54FD2AC5-E925-401A-9C2A-F94F171072F8");

    private static readonly ConditionalWeakTable<Assembly, byte[]> Symbols = [];

    /// <summary>Keeps the symbols of an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="symbols">Its portable PDB.</param>
    public static void Keep(Assembly assembly, byte[] symbols) => Symbols.AddOrUpdate(assembly, symbols);

    /// <summary>Finds where an async method awaits, or gives null.</summary>
    /// <param name="stateMachine">The type of its state machine.</param>
    /// <param name="state">Its state: the number of the await.</param>
    public static SourceFrame? Find(Type stateMachine, int state)
    {
        if (state < 0
            || !Symbols.TryGetValue(stateMachine.Assembly, out var symbols)
            || stateMachine.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is not { } method)
        {
            return null;
        }

        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols));
        var reader = provider.GetMetadataReader();
        var handle = MetadataTokens.MethodDefinitionHandle(method.MetadataToken);
        if (YieldOffset(reader, handle, state) is not { } offset)
            return null;
        var points = reader.GetMethodDebugInformation(handle.ToDebugInformationHandle()).GetSequencePoints();
        var point = points.Where(point => !point.IsHidden && point.Offset <= offset).LastOrDefault();
        if (point.Document.IsNil)
            return null;
        var file = reader.GetString(reader.GetDocument(point.Document).Name);
        return new SourceFrame(file, point.StartLine, CompilerNames.MethodOf($"{stateMachine.FullName?.Replace('+', '.')}.MoveNext"));
    }

    private static uint? YieldOffset(MetadataReader reader, MethodDefinitionHandle method, int state)
    {
        foreach (var handle in reader.GetCustomDebugInformation(method))
        {
            var information = reader.GetCustomDebugInformation(handle);
            if (reader.GetGuid(information.Kind) != SteppingInformation)
                continue;
            var blob = reader.GetBlobReader(information.Value);
            blob.ReadUInt32();
            for (var number = 0; blob.RemainingBytes > 0; number++)
            {
                var yieldOffset = blob.ReadUInt32();
                blob.ReadUInt32();
                blob.ReadCompressedInteger();
                if (number == state)
                    return yieldOffset;
            }
        }

        return null;
    }
}
