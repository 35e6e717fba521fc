using Xunit;

namespace IpytestNet.Fixtures;

/// <summary>The fixtures that ipytest brings.</summary>
internal static class BuiltInFixtures
{
    /// <summary>Who defines them, as the heading of a list.</summary>
    public const string Origin = "ipytest";

    /// <summary>The test that asks; every asker has one of its own.</summary>
    public static FixtureDefinition Request { get; } = Of<FixtureRequest>(
        FixtureName.Request, "The test or fixture that asks: name, node id, markers, the parameter of this time, finalizers.", _ => throw new NotSupportedException());

    /// <summary>All but <see cref="Request"/>, which is no value that could be shared.</summary>
    public static IReadOnlyList<FixtureDefinition> All { get; } =
    [
        Of<CancellationToken>("cancellationToken", "Signalled when the test is to end: by an interrupt or a timeout.", request => new FixtureValue(request.CancellationToken)),
        Of<CaptureFixture>("capsys", "What the test has written to the console so far.", _ => new FixtureValue(new CaptureFixture())),
        Of<EnvironmentFixture>("environment", "Environment variables and the current directory, which are as before after the test.", _ => Environment()),
        Of<ITestOutputHelper>("output", "xUnit's output of a test: lines that are shown if it fails.", _ => new FixtureValue(new TestOutput())),
        Of<DirectoryInfo>("tmpPath", "A folder of the test's own, empty; kept for the last three runs.", request => new FixtureValue(TemporaryFolders.Current.Create(request.FunctionName))),
        Of<TemporaryFolderFactory>("tmpPathFactory", "Makes temporary folders for a whole run.", _ => new FixtureValue(new TemporaryFolderFactory())) with { Scope = FixtureScope.Session },
    ];

    private static FixtureDefinition Of<T>(string name, string summary, Func<FixtureRequest, FixtureValue> make) => new()
    {
        Name = name,
        ValueType = typeof(T),
        Parameters = [new FixtureParameter(FixtureName.Request, typeof(FixtureRequest))],
        MakeAsync = arguments => new(make((FixtureRequest)arguments[0]!)),
        Summary = summary,
        Origin = Origin,
    };

    private static FixtureValue Environment()
    {
        var environment = new EnvironmentFixture();
        return new FixtureValue(environment, () =>
        {
            environment.Restore();
            return default;
        });
    }
}
