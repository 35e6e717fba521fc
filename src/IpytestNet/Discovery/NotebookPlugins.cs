using IpytestNet.Plugins;
using IpytestNet.Sessions;

namespace IpytestNet.Discovery;

/// <summary>Finds the plugins of a notebook: classes of its <c>conftest.csx</c> files, and of files that its cells load.</summary>
internal static class NotebookPlugins
{
    /// <summary>Makes an instance of each class that implements <see cref="IPlugin"/>, those nearest to the notebook first.</summary>
    public static IReadOnlyList<IPlugin> Create(NotebookSession session) =>
    [
        .. session.Definitions.Live().Where(definition => definition.IsLoaded)
            .Concat(session.Conftests.Definitions.Reverse().SelectMany(file => file.Definitions))
            .Select(definition => definition.Type)
            .OfType<Type>()
            .Where(type => typeof(IPlugin).IsAssignableFrom(type) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null)
            .Select(type => (IPlugin)Activator.CreateInstance(type)!),
    ];
}
