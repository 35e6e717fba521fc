namespace IpytestNet;

/// <summary>A setting as it is given to <c>Config</c>, <c>AutoConfig</c> or <c>Run</c>: a value, a word or nothing.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly record struct Setting<T>
{
    private readonly bool _hasValue;
    private readonly T? _value;
    private readonly Setting? _word;

    internal Setting(T value)
    {
        _hasValue = true;
        _value = value;
    }

    internal Setting(Setting word)
    {
        ArgumentNullException.ThrowIfNull(word);
        _word = word;
    }

    /// <summary>Gives a value.</summary>
    public static implicit operator Setting<T>(T value) => new(value);

    /// <summary>Gives <see cref="Setting.Keep"/> or <see cref="Setting.Default"/>.</summary>
    public static implicit operator Setting<T>(Setting word) => new(word);

    /// <summary>Gives the value, the word, or <c>&lt;unset&gt;</c>.</summary>
    public override string ToString() => (_hasValue ? _value?.ToString() : _word?.ToString()) ?? "<unset>";

    /// <summary>Gives the value, or what takes its place.</summary>
    /// <param name="unset">When the setting is left out.</param>
    /// <param name="kept">For <see cref="Setting.Keep"/>.</param>
    /// <param name="default">For <see cref="Setting.Default"/>.</param>
    /// <param name="read">Checks a value and gives it its final type.</param>
    internal TResult Resolve<TResult>(TResult unset, TResult kept, TResult @default, Func<T, TResult> read)
    {
        if (_hasValue)
            return read(_value!);
        if (_word is null)
            return unset;
        return _word == Setting.Keep ? kept : @default;
    }
}
