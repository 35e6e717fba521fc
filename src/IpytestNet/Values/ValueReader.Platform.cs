using System.Data;
using System.Dynamic;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace IpytestNet.Values;

// Values of the platform whose own text, or whose public parts, would tell too little or do something.
internal sealed partial class ValueReader
{
    private static readonly MethodInfo SliceMethod = typeof(ValueReader).GetMethod(nameof(Slice), BindingFlags.Static | BindingFlags.NonPublic)!;

    private ValueShape? ReadPlatform(object value, int depth) => value switch
    {
        StringBuilder text when options.Exact => Leaf(Literal.OfString(text.ToString(0, Math.Min(text.Length, options.MaxLength + 1)), Room, exact: true)),
        Capture capture => ReadCapture(capture, depth),
        ExpandoObject members => ReadParts("{", members.Select(member => new Part(member.Key, () => Read(member.Value, depth + 1))), depth),
        Pointer pointer => Leaf(OfPointer(pointer)),
        _ when IsOneOf(value, typeof(Lazy<>), typeof(ThreadLocal<>)) => ReadLazy(value, depth),
        _ when IsOneOf(value, typeof(Memory<>), typeof(ReadOnlyMemory<>)) => ReadMemory(value, depth),
        // Asked by name, so that no assembly is loaded for values that have nothing to do with it.
        _ => FamilyOf(value.GetType()) switch
        {
            "System.Data" => ReadData(value, depth),
            "System.Text.Json" or "System.Text.Json.Nodes" or "System.Xml" or "System.Xml.Linq" => ReadMarkup(value, depth),
            _ => null,
        },
    };

    private ValueShape ReadMemory(object value, int depth)
    {
        var element = value.GetType().GenericTypeArguments[0];
        var limit = depth < options.MaxDepth ? options.MaxElements : 0;
        return element == typeof(char)
            ? ReadText(value, value.ToString, text => Leaf(Literal.OfString(text!, Room, options.Exact)))
            : ReadFrom(
                value,
                "Span",
                () => (Elements)SliceMethod.MakeGenericMethod(element).Invoke(obj: null, BindingFlags.DoNotWrapExceptions, binder: null, [value, limit], culture: null)!,
                slice => ReadElements(slice, depth));
    }

    // Asking for the value of one that has none yet would make it.
    private ValueShape.Group ReadLazy(object value, int depth)
    {
        var type = value.GetType();
        var isCreated = type.GetProperty("IsValueCreated")!.GetValue(value);
        List<Part> parts = [new("IsValueCreated", () => Read(isCreated, depth + 1))];
        if (isCreated is true)
            parts.Add(new Part("Value", () => Read(type.GetProperty("Value")!.GetValue(value), depth + 1)));
        return ReadParts($"{TypeName.Of(type)} {{", parts, depth);
    }

    private ValueShape.Group ReadCapture(Capture capture, int depth)
    {
        List<Part> parts =
        [
            new("Index", () => Read(capture.Index, depth + 1)),
            new("Value", () => Read(capture.Value, depth + 1)),
        ];
        if (capture is Group group)
            parts.Insert(0, new Part("Success", () => Read(group.Success, depth + 1)));
        return ReadParts($"{(capture is Match ? "Match" : TypeName.Of(capture.GetType()))} {{", parts, depth);
    }

    private ValueShape? ReadData(object value, int depth) => value switch
    {
        DataSet set => ReadParts("DataSet {", set.Tables.Cast<DataTable>().Select(table => new Part(table.TableName, () => Read(table, depth + 1))), depth),
        DataTable table => new ValueShape.Labeled(
            table.TableName.Length > 0 ? $"DataTable {table.TableName}" : "DataTable", ReadElements(FirstOf(table.Rows, depth), depth)),
        DataRowView view => Read(view.Row, depth),
        DataRow row => ReadRow(row, depth),
        _ => null,
    };

    private ValueShape.Group ReadRow(DataRow row, int depth)
    {
        // The values of a deleted row are those that it had.
        var version = row.RowState is DataRowState.Deleted ? DataRowVersion.Original : DataRowVersion.Default;
        var cells = row.Table.Columns.Cast<DataColumn>().Select(column => new Part(column.ColumnName, () => Read(row[column, version], depth + 1)));
        return ReadParts("{", cells, depth);
    }

    // Alone in a notebook it keeps its lines.
    private ValueShape? ReadMarkup(object value, int depth) =>
        MarkupText.WriterOf(value) is { } write && !(IsAlone(depth) && ObjectType.Of(value.GetType()).WritesItself)
            ? ReadText(value, write, text => Leaf(Line(text!)))
            : null;

    private static Elements Slice<T>(object value, int limit)
    {
        var memory = value is Memory<T> changeable ? changeable : (ReadOnlyMemory<T>)value;
        var items = memory[..Math.Min(memory.Length, limit)].ToArray();
        return new Elements([.. items], memory.Length, HasMore: memory.Length > items.Length) { AreBytes = typeof(T) == typeof(byte) };
    }

    private static unsafe string OfPointer(Pointer pointer) => $"(void*)0x{(nuint)Pointer.Unbox(pointer):X}";

    private static bool IsOneOf(object value, params Type[] definitions) =>
        value.GetType() is { IsGenericType: true } type && definitions.Contains(type.GetGenericTypeDefinition());

    private static string? FamilyOf(Type type)
    {
        for (var part = type; part is not null; part = part.BaseType)
        {
            if (part.Namespace is "System.Data" or "System.Text.Json" or "System.Text.Json.Nodes" or "System.Xml" or "System.Xml.Linq")
                return part.Namespace;
        }

        return null;
    }
}
