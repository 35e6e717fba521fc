using IpytestNet.Execution;
using Xunit.Sdk;
using Xunit.v3;

namespace IpytestNet.Frameworks.Xunit;

/// <summary>A test case that xUnit runs within the listener, so that it can be stopped and its output kept apart.</summary>
/// <param name="test">The test.</param>
/// <param name="inner">The test case as xUnit has discovered it.</param>
/// <param name="listener">The listener.</param>
internal sealed class ListenedCase(TestCase test, IXunitTestCase inner, ITestListener listener) : ISelfExecutingXunitTestCase
{
    /// <inheritdoc/>
    public bool Explicit => inner.Explicit;

    /// <inheritdoc/>
    public Type[]? SkipExceptions => inner.SkipExceptions;

    /// <inheritdoc/>
    public string? SkipReason => inner.SkipReason;

    /// <inheritdoc/>
    public Type? SkipType => inner.SkipType;

    /// <inheritdoc/>
    public string? SkipUnless => inner.SkipUnless;

    /// <inheritdoc/>
    public string? SkipWhen => inner.SkipWhen;

    /// <inheritdoc/>
    public string? SourceFilePath => inner.SourceFilePath;

    /// <inheritdoc/>
    public int? SourceLineNumber => inner.SourceLineNumber;

    /// <inheritdoc/>
    public string TestCaseDisplayName => inner.TestCaseDisplayName;

    /// <inheritdoc/>
    public IXunitTestClass TestClass => inner.TestClass;

    /// <inheritdoc/>
    public int TestClassMetadataToken => inner.TestClassMetadataToken;

    /// <inheritdoc/>
    public string TestClassName => inner.TestClassName;

    /// <inheritdoc/>
    public string? TestClassNamespace => inner.TestClassNamespace;

    /// <inheritdoc/>
    public string TestClassSimpleName => inner.TestClassSimpleName;

    /// <inheritdoc/>
    public IXunitTestCollection TestCollection => inner.TestCollection;

    /// <inheritdoc/>
    public IXunitTestMethod TestMethod => inner.TestMethod;

    /// <inheritdoc/>
    public int? TestMethodArity => inner.TestMethodArity;

    /// <inheritdoc/>
    public int TestMethodMetadataToken => inner.TestMethodMetadataToken;

    /// <inheritdoc/>
    public string TestMethodName => inner.TestMethodName;

    /// <inheritdoc/>
    public string[] TestMethodParameterTypesVSTest => inner.TestMethodParameterTypesVSTest;

    /// <inheritdoc/>
    public string TestMethodReturnTypeVSTest => inner.TestMethodReturnTypeVSTest;

    /// <inheritdoc/>
    public int Timeout => inner.Timeout;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Traits => inner.Traits;

    /// <inheritdoc/>
    public string UniqueID => inner.UniqueID;

    ITestCollection ITestCase.TestCollection => inner.TestCollection;

    ITestClass? ITestCase.TestClass => inner.TestClass;

    ITestMethod? ITestCase.TestMethod => inner.TestMethod;

    int? ITestCaseMetadata.TestClassMetadataToken => inner.TestClassMetadataToken;

    string? ITestCaseMetadata.TestClassName => inner.TestClassName;

    string? ITestCaseMetadata.TestClassSimpleName => inner.TestClassSimpleName;

    int? ITestCaseMetadata.TestMethodMetadataToken => inner.TestMethodMetadataToken;

    string? ITestCaseMetadata.TestMethodName => inner.TestMethodName;

    string[]? ITestCaseMetadata.TestMethodParameterTypesVSTest => inner.TestMethodParameterTypesVSTest;

    string? ITestCaseMetadata.TestMethodReturnTypeVSTest => inner.TestMethodReturnTypeVSTest;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyCollection<IXunitTest>> CreateTests() => inner.CreateTests();

    /// <inheritdoc/>
    public void PostInvoke() => inner.PostInvoke();

    /// <inheritdoc/>
    public void PreInvoke() => inner.PreInvoke();

    /// <inheritdoc/>
    public ValueTask<RunSummary> Run(
        ExplicitOption explicitOption,
        IMessageBus messageBus,
        object?[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
    {
        var summary = new RunSummary { Total = 1 };
        if (!listener.Run(test, RunInnerAsync))
            cancellationTokenSource.Cancel();
        return new ValueTask<RunSummary>(summary);

        async ValueTask RunInnerAsync() => summary = inner is ISelfExecutingXunitTestCase selfExecuting
            ? await selfExecuting.Run(explicitOption, messageBus, constructorArguments, aggregator, cancellationTokenSource)
            : await XunitRunnerHelper.RunXunitTestCase(inner, messageBus, cancellationTokenSource, aggregator, explicitOption, constructorArguments);
    }
}
