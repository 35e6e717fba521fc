using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace IpytestNet.Values;

/// <summary>Reads one value into the parts of its text, within the limits of depth, number and length.</summary>
internal sealed partial class ValueReader(ValueTextOptions options)
{
    private const string Ellipsis = "...";

    private readonly HashSet<object> _ancestors = new(ReferenceEqualityComparer.Instance);
    private int _room = options.MaxLength;

    public ValueShape Read(object? value) => Read(value, depth: 0);

    public ValueShape Read(Elements elements) => ReadElements(elements, depth: 0);

    private ValueShape Read(object? value, int depth) => value switch
    {
        // Where the options allow any depth.
        _ when depth > 0 && !RuntimeHelpers.TryEnsureSufficientExecutionStack() => Leaf(Ellipsis),
        null => Leaf("null"),
        string text => Leaf(Literal.OfString(text, Room, options.Exact)),
        Exception exception => Leaf(Line(ValueText.OfException(exception))),
        _ when Literal.Of(value, options.Exact) is { } literal => Leaf(literal),
        _ when value.GetType().IsValueType => ReadContent(value, depth),
        _ => ReadObject(value, depth),
    };

    private ValueShape ReadObject(object value, int depth)
    {
        if (!_ancestors.Add(value))
            return Leaf("<cycle>");
        var shape = ReadContent(value, depth);
        _ancestors.Remove(value);
        return shape;
    }

    private ValueShape ReadContent(object value, int depth) => value switch
    {
        _ when Entry.Of(value) is { } entry => Labeled(entry.Key, Read(entry.Value, depth)),
        ITuple tuple => ReadTuple(tuple, depth),
        Task task => ReadTask(task, depth),
        _ when ReadPlatform(value, depth) is { } shape => shape,
        _ when ObjectType.Of(value.GetType()).WritesItself && !IsValueTask(value) => ReadOwnText(value, depth),
        Array { Rank: > 1 } array => ReadArray(array, [], depth),
        IEnumerable sequence => ReadSequence(sequence, depth),
        _ when Elements.InterfaceOf(value.GetType(), typeof(IAsyncEnumerable<>)) is { } type => NotEnumerated(type),
        _ when TypeName.IsGenerated(value.GetType()) => Leaf(TypeName.Of(value.GetType())),
        _ => ReadMembers(value, depth),
    };

    private ValueShape ReadOwnText(object value, int depth) => ReadText(
        value,
        () => value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value.ToString(),
        text => text switch
        {
            null => Leaf("<ToString returned null>"),
            "" => Leaf($"{TypeName.Of(value.GetType())} \"\""),
            _ => Leaf(IsAlone(depth) ? Literal.Cut(text, Room) : Line(text)),
        });

    /// <summary>Asks an object for its text and reads that, or what became of the call.</summary>
    private ValueShape ReadText(object value, Func<string?> text, Func<string?, ValueShape> read) =>
        Guarded(nameof(ToString), () => UserCode.Text(value, nameof(ToString), text), read);

    /// <summary>Calls code of a value and reads what it gives, or what became of the call.</summary>
    private ValueShape ReadFrom<T>(object value, string member, Func<T> code, Func<T, ValueShape> read) =>
        Guarded(member, () => UserCode.Call(value.GetType(), member, code), read);

    private ValueShape Guarded<T>(string member, Func<T> call, Func<T, ValueShape> read)
    {
        T result;
        try
        {
            result = call();
        }
        catch (Exception e) when (!UserCode.IsStopped(e))
        {
            return Leaf(Line(ValueText.Threw(member, e)));
        }

        return read(result);
    }

    // Text of several lines keeps them only where nothing stands around it.
    private bool IsAlone(int depth) => depth == 0 && options.LineWidth > 0;

    // Something is told about the last part too.
    private int Room => Math.Max(_room, Literal.ShortestCut);

    /// <summary>Begins a group of parts.</summary>
    private string Open(string bracket)
    {
        _room -= bracket.Length + 1;
        return bracket;
    }

    private ValueShape.Leaf Leaf(string text)
    {
        _room -= text.Length + ", ".Length;
        return new ValueShape.Leaf(text);
    }

    private ValueShape.Labeled Labeled(object? key, ValueShape value) =>
        new($"[{ShapeLayout.OnOneLine(Read(key, Math.Max(options.MaxDepth - 1, 0)))}]", value);

    private string Line(string text) => Literal.OfText(text, Room, options.Exact);
}
