using System.Reflection;

namespace IpytestNet.Kernel.Assemblies;

/// <summary>The files of packages that a notebook may load: assemblies, those of a culture, and native libraries. The first of a name stays.</summary>
internal sealed class PackageFiles
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _libraries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes an assembly known, to be loaded from where it lies when code first needs it: nobody builds it again.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="culture">The culture whose texts it holds, or null.</param>
    public void AddAssembly(string path, string? culture = null)
    {
        lock (_gate)
            _assemblies.TryAdd(Key(Path.GetFileNameWithoutExtension(path), culture), path);
    }

    /// <summary>Makes a native library known.</summary>
    public void AddLibrary(string path)
    {
        lock (_gate)
            _libraries.TryAdd(Path.GetFileName(path), path);
    }

    /// <summary>Whether there is an assembly with a simple name.</summary>
    public bool Has(string name)
    {
        lock (_gate)
            return _assemblies.ContainsKey(name);
    }

    /// <summary>Gives the path of an assembly, or null.</summary>
    public string? Find(AssemblyName name)
    {
        lock (_gate)
            return _assemblies.GetValueOrDefault(Key(name.Name!, name.CultureName));
    }

    /// <summary>Gives the path of a native library, or null.</summary>
    /// <param name="name">Its name as code says it, with or without what the platform puts around it.</param>
    public string? FindLibrary(string name)
    {
        string[] spellings = OperatingSystem.IsWindows() ? [name, $"{name}.dll"]
            : OperatingSystem.IsMacOS() ? [name, $"{name}.dylib", $"lib{name}.dylib", $"lib{name}"]
            : [name, $"{name}.so", $"lib{name}.so", $"lib{name}"];
        lock (_gate)
            return spellings.Select(spelling => _libraries.GetValueOrDefault(spelling)).FirstOrDefault(path => path is not null);
    }

    private static string Key(string name, string? culture) => string.IsNullOrEmpty(culture) ? name : $"{culture}/{name}";
}
