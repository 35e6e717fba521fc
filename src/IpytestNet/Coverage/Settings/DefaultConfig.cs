using System.Text;
using IpytestNet.Files;

namespace IpytestNet.Coverage.Settings;

/// <summary>The configuration that ships with ipytest. It is part of the assembly, and written to a file for those who want to read it or name it.</summary>
internal static class DefaultConfig
{
    private const string Resource = "coveragerc";

    private static readonly Lazy<string> Made = new(Make);

    /// <summary>The full path of the file; it is made if it is not there.</summary>
    public static string Path => Made.Value;

    private static string Make()
    {
        using var stream = typeof(DefaultConfig).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library was built without {Resource}.");
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        var beside = System.IO.Path.Combine(AppContext.BaseDirectory, Resource);
        if (File.Exists(beside) && File.ReadAllText(beside) == text)
            return beside;
        var folder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"ipytest-{Environment.UserName}");
        var path = System.IO.Path.Combine(folder, Resource);
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            Directory.CreateDirectory(folder);
            AtomicFile.Write(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        return path;
    }
}
