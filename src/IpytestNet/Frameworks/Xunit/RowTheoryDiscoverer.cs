using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace IpytestNet.Frameworks.Xunit;

/// <summary>Makes a case of every row of a theory, also of rows that xUnit could not serialise.</summary>
internal sealed class RowTheoryDiscoverer : TheoryDiscoverer
{
    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute)
    {
        var theory = (ITheoryAttribute)factAttribute;
        if (IsSkippedWhole(theory) || theory.DisableDiscoveryEnumeration || testMethod.DataAttributes.Any(data => !data.SupportsDiscoveryEnumeration()))
            return await CreateTestCasesForTheory(discoveryOptions, testMethod, theory);

        await using var disposals = new DisposalTracker();
        List<ITheoryDataRow> rows = [];
        try
        {
            foreach (var attribute in testMethod.DataAttributes)
                rows.AddRange(await attribute.GetData(testMethod.Method, disposals) ?? []);
        }
        catch (Exception)
        {
            // xUnit gets the data again when the theory runs, and reports what it throws as the theory's failure.
            return await CreateTestCasesForTheory(discoveryOptions, testMethod, theory);
        }

        if (rows.Count == 0)
            return [WithoutData(discoveryOptions, testMethod, theory)];
        // Rows that must be disposed belong to a run, not to discovery.
        if (disposals.TrackedObjects.Count > 0)
            return await CreateTestCasesForTheory(discoveryOptions, testMethod, theory);
        return rows.Select((row, index) => CreateRow(discoveryOptions, testMethod, theory, row, index)).ToArray();
    }

    private static bool IsSkippedWhole(ITheoryAttribute theory) => theory is { Skip: not null, SkipUnless: null, SkipWhen: null };

    private static XunitTestCase WithoutData(ITestFrameworkDiscoveryOptions options, IXunitTestMethod method, ITheoryAttribute theory)
    {
        var details = TestIntrospectionHelper.GetTestCaseDetails(options, method, theory, null, null, null, label: null);
        var message = $"No data found for {method.MethodName}: a theory needs [InlineData], [MemberData] or [ClassData] with at least one row.";
        return theory.SkipTestWithoutData
            ? new XunitTestCase(method, details.TestCaseDisplayName, details.UniqueID, details.Explicit, skipReason: message)
            : new ExecutionErrorTestCase(
                method, details.TestCaseDisplayName, details.UniqueID, details.SourceFilePath, details.SourceLineNumber, message);
    }

    private static XunitTestCase CreateRow(
        ITestFrameworkDiscoveryOptions options, IXunitTestMethod method, ITheoryAttribute theory, ITheoryDataRow row, int index)
    {
        var details = TestIntrospectionHelper.GetTestCaseDetails(options, method, theory, null, row.Timeout, row.TestDisplayName, label: null);
        var arguments = method.ResolveMethodArguments(row.GetData());
        var genericTypes = method.ResolveGenericTypes(arguments);
        var resolved = genericTypes is null
            ? method
            : new XunitTestMethod(method.TestClass, method.MakeGenericMethod(genericTypes), arguments);
        var baseName = row.TestDisplayName ?? theory.DisplayName ?? method.MethodName;
        var skip = row.Skip is not null;

        return new XunitTestCase(
            resolved,
            resolved.GetDisplayName(baseName, row.Label, arguments, genericTypes),
            $"{details.UniqueID}:{index}",
            row.Explicit ?? details.Explicit,
            details.SkipExceptions,
            skip ? row.Skip : details.SkipReason,
            skip ? row.SkipType : details.SkipType,
            skip ? row.SkipUnless : details.SkipUnless,
            skip ? row.SkipWhen : details.SkipWhen,
            TestIntrospectionHelper.GetTraits(resolved, row),
            arguments,
            details.SourceFilePath,
            details.SourceLineNumber,
            details.Timeout);
    }
}
