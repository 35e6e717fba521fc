using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace IpytestNet.Frameworks.Xunit.Forwarding;

/// <summary>A class whose methods call the test functions of one live cell: what xUnit takes for a test class.</summary>
internal static class Forwarder
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, Type>> Forwarders = [];

    /// <summary>Gives a forwarding class of a cell, emitted when first asked for.</summary>
    /// <param name="cell">The live object of the cell (the submission).</param>
    /// <param name="label">What the class is called, for xUnit's own messages; a cell has one class for each label.</param>
    /// <param name="members">Finds the value of a name in the notebook, with arguments if it is a function.</param>
    public static Type Of(object cell, string label, MemberLookup members) => Forwarders.GetOrCreateValue(cell)
        .GetOrAdd(label, name => ForwarderEmitter.Emit(cell, name, Tests(cell.GetType()), members));

    private static MethodInfo[] Tests(Type cell) =>
        [.. cell.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(XunitFramework.IsTest)];
}
