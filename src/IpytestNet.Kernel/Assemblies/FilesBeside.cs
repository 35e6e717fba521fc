namespace IpytestNet.Kernel.Assemblies;

/// <summary>What a build puts beside an assembly.</summary>
internal static class FilesBeside
{
    /// <summary>Reads the symbols of an assembly by its path; empty if there are none.</summary>
    public static byte[] Symbols(string assembly) => Read(Path.ChangeExtension(assembly, ".pdb"));

    /// <summary>Reads the XML documentation of an assembly by its path; empty if there is none.</summary>
    public static byte[] Documentation(string assembly) => Read(Path.ChangeExtension(assembly, ".xml"));

    private static byte[] Read(string path) => File.Exists(path) ? File.ReadAllBytes(path) : [];
}
