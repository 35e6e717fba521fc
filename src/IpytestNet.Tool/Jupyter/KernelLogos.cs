namespace IpytestNet.Tool.Jupyter;

/// <summary>The pictures of the kernel, in the sizes that front ends show.</summary>
internal static class KernelLogos
{
    /// <summary>The names of the files.</summary>
    public static IReadOnlyList<string> Names { get; } = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"];

    /// <summary>Reads a picture.</summary>
    public static byte[] Read(string name)
    {
        using var picture = typeof(KernelLogos).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[picture.Length];
        picture.ReadExactly(bytes);
        return bytes;
    }
}
