// The runtime knows this attribute by its full name; no reference assembly has it.
#pragma warning disable IDE0130 // The namespace is the runtime's.
namespace System.Runtime.CompilerServices;
#pragma warning restore IDE0130

/// <summary>Lets an assembly reach the non-public members of another.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class IgnoresAccessChecksToAttribute(string assemblyName) : Attribute
{
    /// <summary>The simple name of the assembly that is opened.</summary>
    public string AssemblyName { get; } = assemblyName;
}
