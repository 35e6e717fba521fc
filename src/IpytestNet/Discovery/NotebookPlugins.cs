using System.Reflection;
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
            .SelectMany(Create),
    ];

    private static IEnumerable<IPlugin> Create(Type type)
    {
        try
        {
            return [(IPlugin)Activator.CreateInstance(type, BindingFlags.DoNotWrapExceptions, binder: null, args: null, culture: null)!];
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ThreadInterruptedException))
        {
            Console.Error.WriteLine(PluginHost.Problem(type, exception));
            return [];
        }
    }
}
