using System.Runtime.CompilerServices;

namespace IpytestNet.Configuration;

/// <summary>The setting <c>addopts</c> as it is given: <c>["-q", "-x"]</c>, an array, a list, or a word.</summary>
[CollectionBuilder(typeof(AddoptsSetting), nameof(Create))]
public readonly record struct AddoptsSetting
{
    private AddoptsSetting(Setting<object?> given) => Given = given;

    internal Setting<object?> Given { get; }

    /// <summary>Gives a word.</summary>
    public static implicit operator AddoptsSetting(Setting word) => new(new Setting<object?>(word));

    /// <summary>Gives the arguments of an array.</summary>
    public static implicit operator AddoptsSetting(string[] arguments) => new(new Setting<object?>(value: arguments));

    /// <summary>Gives the arguments of a list.</summary>
    public static implicit operator AddoptsSetting(List<string> arguments) => new(new Setting<object?>(value: arguments));

    /// <summary>Makes the setting of a collection expression.</summary>
    public static AddoptsSetting Create(ReadOnlySpan<string> arguments) => arguments.ToArray();

    /// <summary>Goes through the arguments; a word has none.</summary>
    public IEnumerator<string> GetEnumerator() =>
        Given.Resolve<IEnumerable<string>>([], [], [], value => value as IEnumerable<string> ?? []).GetEnumerator();

    /// <summary>Gives the value, the word, or <c>&lt;unset&gt;</c>.</summary>
    public override string ToString() => Given.ToString();

    /// <summary>Checks a value and copies it.</summary>
    /// <exception cref="ArgumentException">It is not a list of strings.</exception>
    internal static IReadOnlyList<string> Read(object? addopts)
    {
        const string Expected = "addopts: expected a list of strings such as [\"-q\", \"--color=yes\"], or [] for none";
        if (addopts is not IEnumerable<string?> given)
            throw new ArgumentException($"{Expected}, but got {GivenValue.Describe(addopts)}.", nameof(addopts));

        List<string> arguments = [];
        foreach (var argument in given)
            arguments.Add(argument ?? throw new ArgumentException($"{Expected}, but element {arguments.Count + 1} is null.", nameof(addopts)));
        return arguments.AsReadOnly();
    }
}
