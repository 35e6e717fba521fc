using IpytestNet.Execution;
using IpytestNet.Ini;

namespace IpytestNet.Selection;

/// <summary>The markers that are known: those that ipytest.ini registers, and the built-in ones.</summary>
internal sealed class MarkerRegistry(IniSettings ini)
{
    private static readonly (string Name, string Form, string Text)[] BuiltIn =
    [
        ("skip", "[Skip(reason)]", "skip the given test function with an optional reason. Example: [Skip(\"no way of currently testing this\")] skips the test. xUnit's [Fact(Skip = reason)] has the marker too."),
        ("skipif", "[SkipIf(condition, Reason = ...)]", "skip the given test function if the condition, a C# expression in the notebook's scope, is true. Example: [SkipIf(\"OperatingSystem.IsWindows()\")] skips the test on Windows."),
        ("xfail", "[XFail(reason, Condition = ..., Strict = xfail_strict, Raises = ..., Run = true)]", "mark the test function as an expected failure if the condition is true or there is none. With Raises only that exception is expected, with Run = false the test is not run at all."),
        ("parametrize", "[Theory]", "call a test function multiple times passing in different arguments in turn, as [InlineData], [MemberData] and [ClassData] give them."),
    ];

    private IEnumerable<string> Names => ini.Markers.Select(marker => marker.Name).Concat(BuiltIn.Select(marker => marker.Name));

    /// <summary>Lists the markers as <c>--markers</c> does: those that are registered first, each with an empty line behind it.</summary>
    public IEnumerable<string> Listing() =>
        ini.Markers.Select(marker => ($"[Mark(\"{marker.Name}\")]", marker.Description))
            .Concat(BuiltIn.Select(marker => (marker.Form, marker.Text)))
            .SelectMany(marker => new[] { $"{marker.Item1}: {marker.Item2}".TrimEnd(), "" });

    /// <summary>Makes an error of every function with a <c>[Mark]</c> that nobody has registered.</summary>
    public IReadOnlyList<RunMessage.TestFinished> Unregistered(IReadOnlyList<TestCase> tests)
    {
        var known = Names.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. tests.Select(test => (Test: test, Marks: test.DeclaredMarks.Where(mark => !known.Contains(mark)).ToArray()))
                .Where(found => found.Marks.Length > 0)
                .Select(found => (Test: Function(found.Test), Place: $"{found.Test.SourceFile}:{found.Test.SourceLine}", found.Marks))
                .DistinctBy(found => found.Test.NodeId, StringComparer.Ordinal)
                .Select(found => Error(found.Test, found.Place, found.Marks)),
        ];
    }

    private static TestCase Function(TestCase test) => test with
    {
        NodeId = string.Join("::", [test.Module, .. test.Classes, test.Name]),
        DisplayName = test.Name,
        // Its code has nothing to do with the error.
        SourceFile = null,
    };

    private RunMessage.TestFinished Error(TestCase test, string place, string[] marks)
    {
        var quoted = string.Join(", ", marks.Select(mark => $"'{mark}'"));
        var registered = string.Join(", ", Names);
        var failure = FailureReader.Said(
            $"{quoted} not found in `markers` configuration option\n"
            + $"{test.NodeId} ({place}) is marked so, and registered are {registered}; add a line '{marks[0]}: …' to markers in {ini.Path ?? IniSettings.FileName}");
        return new RunMessage.TestFinished(test, new TestOutcome.Errored(failure, "collection"), TimeSpan.Zero, "", "");
    }
}
