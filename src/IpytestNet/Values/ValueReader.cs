using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace IpytestNet.Values;

/// <summary>Reads one value into the parts of its text, within the limits of depth, number and length.</summary>
internal sealed partial class ValueReader(ValueTextOptions options)
{
    private const string Ellipsis = "...";

    /// <summary>The characters that a text has at least before it is cut, so that something is told about the last part too.</summary>
    private const int ShortestCut = 16;

    private readonly HashSet<object> _ancestors = new(ReferenceEqualityComparer.Instance);
    private int _room = options.MaxLength;

    public ValueShape Read(object? value) => Read(value, depth: 0);

    public ValueShape Read(Elements elements) => ReadElements(elements, depth: 0);

    private ValueShape Read(object? value, int depth) => value switch
    {
        null => Leaf("null"),
        string text => Leaf(Literal.OfString(text, Room, options.Exact)),
        Exception exception => Leaf(Cut(OneLine(ValueText.OfException(exception)))),
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
        _ when ObjectType.Of(value.GetType()).WritesItself && !IsValueTask(value) => ReadOwnText(value, depth),
        Array { Rank: > 1 } array => ReadArray(array, [], depth),
        IEnumerable sequence => ReadSequence(sequence, depth),
        _ when Elements.InterfaceOf(value.GetType(), typeof(IAsyncEnumerable<>)) is { } type => NotEnumerated(type),
        _ => ReadMembers(value, depth),
    };

    private ValueShape ReadOwnText(object value, int depth) => Guarded("ToString", () =>
    {
        var text = value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value.ToString();
        if (text is null)
            return Leaf("<ToString returned null>");
        if (text.Length == 0)
            return Leaf($"{TypeName.Of(value.GetType())} \"\"");
        return Leaf(Cut(depth == 0 && options.LineWidth > 0 ? text : OneLine(text)));
    });

    private ValueShape Guarded(string member, Func<ValueShape> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not ThreadInterruptedException)
        {
            return Leaf(Cut(OneLine(ValueText.Threw(member, e))));
        }
    }

    private int Room => Math.Max(_room, ShortestCut);

    private ValueShape.Leaf Leaf(string text)
    {
        _room -= text.Length + ", ".Length;
        return new ValueShape.Leaf(text);
    }

    private ValueShape.Labeled Labeled(object? key, ValueShape value) =>
        new($"[{ShapeLayout.OnOneLine(Read(key, Math.Max(options.MaxDepth - 1, 0)))}]", value);

    private string Cut(string text) => text.Length > Room ? Literal.Start(text, Room) + Ellipsis : text;

    private static string OneLine(string text) => text.ReplaceLineEndings(@"\n");
}
