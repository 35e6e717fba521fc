namespace IpytestNet.Kernel.Compilation;

/// <summary>Modules of one kind: code outside of the notebook that cells use.</summary>
internal interface IModuleSource
{
    /// <summary>The modules that cells have brought, and those that these need.</summary>
    IEnumerable<CodeModule> Modules { get; }

    /// <summary>Brings the newest code on disk of modules, and of those of this kind that depend on them, as far as it has changed.</summary>
    /// <param name="names">The names of the modules, of whatever kind.</param>
    /// <exception cref="Hosting.CompilationException">It does not compile; the version before stays.</exception>
    void Reload(IReadOnlySet<string> names);
}
