using System.Globalization;

namespace IpytestNet;

/// <summary>The configuration of a notebook session.</summary>
public sealed record IpytestConfig
{
    /// <summary>The configuration before <c>Ipytest.AutoConfig()</c>: no magic, plain assertions, no arguments.</summary>
    public static IpytestConfig Initial { get; } = new();

    /// <summary>The configuration that <c>Ipytest.AutoConfig()</c> makes.</summary>
    public static IpytestConfig AutoConfigDefaults { get; } =
        new() { RewriteAsserts = true, Magics = true, Addopts = ["-q", "--color=yes"] };

    /// <summary>Whether a failed assertion shows the values of its parts.</summary>
    /// <value>Initially false; true by <c>AutoConfig</c>.</value>
    public bool RewriteAsserts { get; init; }

    /// <summary>Whether <c>%%ipytest</c> is a magic of the notebook.</summary>
    /// <value>Initially false; true by <c>AutoConfig</c>.</value>
    public bool Magics { get; init; }

    /// <summary>The glob of the tests that <c>%%ipytest</c> forgets before it runs the cell; null forgets none.</summary>
    /// <value>Default <c>[Tt]est*</c>.</value>
    public string? Clean { get; init; } = "[Tt]est*";

    /// <summary>The arguments that are put before those of each run.</summary>
    /// <value>Initially none; <c>-q</c> and <c>--color=yes</c> by <c>AutoConfig</c>.</value>
    public IReadOnlyList<string> Addopts { get; init; } = [];

    /// <summary>Whether tests run on a thread of their own.</summary>
    /// <value>Default false.</value>
    public bool RunInThread { get; init; }

    /// <summary>Whether the notebook is added to the arguments of a run.</summary>
    /// <value>Default <see cref="Defopts.Auto"/>.</value>
    public Defopts Defopts { get; init; }

    /// <summary>The width of the report in columns; null leaves it to the terminal.</summary>
    /// <value>Default 100.</value>
    public int? DisplayColumns { get; init; } = 100;

    /// <summary>Whether a run that does not end with <see cref="ExitCode.Ok"/> throws <see cref="IpytestException"/>.</summary>
    /// <value>Default false.</value>
    public bool RaiseOnError { get; init; }

    /// <summary>Whether coverage is measured.</summary>
    /// <value>Default false.</value>
    public bool Coverage { get; init; }

    /// <summary>Tells whether two configurations agree in all nine settings.</summary>
    public bool Equals(IpytestConfig? other) =>
        other is not null
        && (RewriteAsserts, Magics, Clean, RunInThread, Defopts, DisplayColumns, RaiseOnError, Coverage)
            == (other.RewriteAsserts, other.Magics, other.Clean, other.RunInThread, other.Defopts, other.DisplayColumns,
                other.RaiseOnError, other.Coverage)
        && Addopts.SequenceEqual(other.Addopts, StringComparer.Ordinal);

    /// <summary>Gives a hash that agrees with <see cref="Equals(IpytestConfig)"/>.</summary>
    public override int GetHashCode() =>
        HashCode.Combine(RewriteAsserts, Magics, Clean, Addopts.Count, Defopts, DisplayColumns, RaiseOnError, Coverage);

    /// <summary>Gives all nine settings, as they would be given to <c>Ipytest.Config</c>.</summary>
    public override string ToString()
    {
        var columns = DisplayColumns?.ToString(CultureInfo.InvariantCulture) ?? "false";
        return $"IpytestConfig(rewriteAsserts: {Word(RewriteAsserts)}, magics: {Word(Magics)}, "
            + $"clean: {(Clean is null ? "false" : Quoted(Clean))}, addopts: [{string.Join(", ", Addopts.Select(Quoted))}], "
            + $"runInThread: {Word(RunInThread)}, defopts: {Word(Defopts)}, displayColumns: {columns}, "
            + $"raiseOnError: {Word(RaiseOnError)}, coverage: {Word(Coverage)})";
    }

    private static string Word(bool value) => value ? "true" : "false";

    private static string Word(Defopts value) =>
        value switch
        {
            Defopts.True => "true",
            Defopts.False => "false",
            _ => "\"auto\"",
        };

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
