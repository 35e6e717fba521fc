using Xunit.Sdk;

namespace IpytestNet.Frameworks.Xunit;

/// <summary>The options that are given to xUnit, by xUnit's names.</summary>
internal sealed class FrameworkOptions : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>Names without the class, and every row of a theory on its own.</summary>
    public static FrameworkOptions ForDiscovery()
    {
        var options = new FrameworkOptions();
        options.SetValue(TestOptionsNames.Discovery.MethodDisplay, nameof(TestMethodDisplay.Method));
        options.SetValue<bool?>(TestOptionsNames.Discovery.PreEnumerateTheories, true);
        return options;
    }

    /// <summary>One test after the other, its messages at once, explicit ones too (the selection has left out the others).</summary>
    public static FrameworkOptions ForExecution()
    {
        var options = new FrameworkOptions();
        options.SetValue<bool?>(TestOptionsNames.Execution.DisableParallelization, true);
        options.SetValue<bool?>(TestOptionsNames.Execution.SynchronousMessageReporting, true);
        options.SetValue(TestOptionsNames.Execution.ExplicitOption, nameof(ExplicitOption.On));
        return options;
    }

    /// <inheritdoc/>
    public TValue? GetValue<TValue>(string name) => _values.TryGetValue(name, out var value) ? (TValue?)value : default;

    /// <inheritdoc/>
    public void SetValue<TValue>(string name, TValue value) => _values[name] = value;

    /// <inheritdoc/>
    public string ToJson() => "{}";
}
