namespace IpytestNet.Reports.Html;

/// <summary>The style sheets and the script that lie beside the sources.</summary>
internal static class PageResource
{
    /// <summary>Reads one.</summary>
    /// <param name="name">The name of the file.</param>
    public static string Read(string name)
    {
        using var stream = typeof(PageResource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The library was built without {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
