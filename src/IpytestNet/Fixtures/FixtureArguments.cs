namespace IpytestNet.Fixtures;

/// <summary>The values for the parameters of the test that runs, on their way through the test's framework. Not for use in user code.</summary>
public static class FixtureArguments
{
    private static readonly AsyncLocal<object?[]?> Ambient = new();

    /// <summary>The values, in the order of the parameters; empty for a test without any.</summary>
    internal static object?[] Current
    {
        get => Ambient.Value ?? [];
        set => Ambient.Value = value;
    }

    /// <summary>Gives one of the values.</summary>
    /// <param name="index">Its place among them.</param>
    public static object? Get(int index) => Current[index];
}
