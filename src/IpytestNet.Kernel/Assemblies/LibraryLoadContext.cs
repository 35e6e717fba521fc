using System.Reflection;
using System.Runtime.Loader;

namespace IpytestNet.Kernel.Assemblies;

/// <summary>Where one version of a library of loaded files lives; what it needs it has from the notebook.</summary>
internal sealed class LibraryLoadContext(CellLoadContext notebook) : AssemblyLoadContext(notebook.Name)
{
    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) => notebook.Find(assemblyName);

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) => notebook.FindLibrary(unmanagedDllName);
}
