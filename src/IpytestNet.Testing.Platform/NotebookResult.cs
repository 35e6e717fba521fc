using IpytestNet.Testing.Platform.Log;

namespace IpytestNet.Testing.Platform;

/// <summary>What came of a notebook.</summary>
/// <param name="Log">What <c>ipytest run</c> told of it.</param>
/// <param name="Tests">The tests that are asked for, and what went wrong beside them.</param>
/// <param name="Warnings">What a person is to know that concerns no single test, a line each.</param>
internal sealed record NotebookResult(NotebookLog Log, IReadOnlyList<LoggedTest> Tests, IReadOnlyList<string> Warnings);
