using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace IpytestNet.Frameworks.Xunit.Forwarding;

/// <summary>A class whose methods call the test functions of one live cell: what xUnit takes for a test class.</summary>
internal static class Forwarder
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<(string Label, string Signature), Type>> Forwarders = [];

    /// <summary>Gives a forwarding class of a cell, emitted when first asked for, and again when fixtures fill other parameters.</summary>
    /// <param name="cell">The live object of the cell (the submission).</param>
    /// <param name="label">What the class is called, for xUnit's own messages; a cell has one class for each label.</param>
    /// <param name="members">Finds the value of a name in the notebook, with arguments if it is a function.</param>
    /// <param name="ofFixtures">Gives the positions of a function's parameters that fixtures fill.</param>
    public static Type Of(object cell, string label, MemberLookup members, Func<MethodInfo, IReadOnlySet<int>> ofFixtures)
    {
        ForwardedTest[] tests = [.. Tests(cell.GetType()).Select(method => new ForwardedTest(method, ofFixtures(method)))];
        var signature = string.Join(';', tests.Where(test => test.OfFixtures.Count > 0).Select(test => test.Signature));
        return Forwarders.GetOrCreateValue(cell).GetOrAdd((label, signature), key => ForwarderEmitter.Emit(cell, key.Label, tests, members));
    }

    private static IEnumerable<MethodInfo> Tests(Type cell) => cell
        .GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .Where(XunitFramework.IsTest);
}
