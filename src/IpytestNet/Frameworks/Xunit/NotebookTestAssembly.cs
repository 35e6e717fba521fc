using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace IpytestNet.Frameworks.Xunit;

/// <summary>A notebook as xUnit's test assembly: many small assemblies of cells under one path, which xUnit insists on.</summary>
internal sealed class NotebookTestAssembly(Assembly assembly, string module, IReadOnlyList<Type> types) : IXunitTestAssembly
{
    private static readonly Dictionary<string, IReadOnlyCollection<string>> NoTraits = [];

    private readonly Lazy<IReadOnlyDictionary<string, (Type Type, CollectionDefinitionAttribute Attribute)>> _collections =
        new(() => FindCollectionDefinitions(types));

    /// <inheritdoc/>
    public Assembly Assembly => assembly;

    /// <inheritdoc/>
    public IReadOnlyCollection<Type> AssemblyFixtureTypes =>
        assembly.GetCustomAttributes().OfType<IAssemblyFixtureAttribute>().Select(fixture => fixture.AssemblyFixtureType).ToArray();

    /// <inheritdoc/>
    public string AssemblyName => Path.GetFileNameWithoutExtension(module);

    /// <summary>The notebook, as a path in the current directory: xUnit works in the folder of this path.</summary>
    public string AssemblyPath { get; } = Path.Combine(Environment.CurrentDirectory, module);

    /// <inheritdoc/>
    public IReadOnlyCollection<IBeforeAfterTestAttribute> BeforeAfterTestAttributes =>
        assembly.GetCustomAttributes().OfType<IBeforeAfterTestAttribute>().ToArray();

    /// <inheritdoc/>
    public ICollectionBehaviorAttribute? CollectionBehavior => null;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, (Type Type, CollectionDefinitionAttribute Attribute)> CollectionDefinitions => _collections.Value;

    /// <inheritdoc/>
    public string? ConfigFilePath => null;

    /// <inheritdoc/>
    public Guid ModuleVersionID => assembly.ManifestModule.ModuleVersionId;

    /// <inheritdoc/>
    public string TargetFramework => $".NETCoreApp,Version=v{Environment.Version.Major}.{Environment.Version.Minor}";

    /// <inheritdoc/>
    public ITestCaseOrderer TestCaseOrderer => GivenOrder.Instance;

    /// <inheritdoc/>
    public ITestCollectionOrderer TestCollectionOrderer => GivenOrder.Instance;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Traits => NoTraits;

    /// <inheritdoc/>
    public string UniqueID { get; } = UniqueIDGenerator.ForAssembly(module, configFilePath: null);

    /// <inheritdoc/>
    public Version Version => assembly.GetName().Version ?? new Version(0, 0);

    private static Dictionary<string, (Type, CollectionDefinitionAttribute)> FindCollectionDefinitions(IReadOnlyList<Type> types)
    {
        var definitions = new Dictionary<string, (Type, CollectionDefinitionAttribute)>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            if (type.GetCustomAttribute<CollectionDefinitionAttribute>() is { } attribute)
                definitions[attribute.Name ?? CollectionAttribute.GetCollectionNameForType(type)] = (type, attribute);
        }

        return definitions;
    }
}
