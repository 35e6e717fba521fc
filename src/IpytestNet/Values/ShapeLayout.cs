using System.Text;

namespace IpytestNet.Values;

/// <summary>Lays the parts of a value out on one line, or a part a line where that is too long.</summary>
internal static class ShapeLayout
{
    private const int Indentation = 2;

    /// <param name="shape">The parts.</param>
    /// <param name="width">The characters that a line may have; 0 keeps everything on one line.</param>
    public static string Write(ValueShape shape, int width)
    {
        var text = new StringBuilder();
        Write(text, shape, indent: 0, width);
        return text.ToString();
    }

    public static string OnOneLine(ValueShape shape) => Write(shape, width: 0);

    private static void Write(StringBuilder text, ValueShape shape, int indent, int width)
    {
        switch (shape)
        {
            case ValueShape.Leaf leaf:
                text.Append(leaf.Text);
                break;
            case ValueShape.Labeled labeled:
                text.Append(labeled.Label).Append(" = ");
                Write(text, labeled.Value, indent, width);
                break;
            case ValueShape.Group group when width == 0 || group.Parts.Count == 0:
                WriteInline(text, group);
                break;
            case ValueShape.Group group:
                var line = OnOneLine(group);
                if (indent + line.Length <= width)
                    text.Append(line);
                else
                    WriteLines(text, group, indent, width);
                break;
        }
    }

    private static void WriteInline(StringBuilder text, ValueShape.Group group)
    {
        var blank = group.Close is '}' && group.Parts.Count > 0 ? " " : "";
        text.Append(group.Open).Append(blank);
        for (var i = 0; i < group.Parts.Count; i++)
        {
            text.Append(i > 0 ? ", " : "");
            Write(text, group.Parts[i], indent: 0, width: 0);
        }

        text.Append(blank).Append(group.Close);
    }

    private static void WriteLines(StringBuilder text, ValueShape.Group group, int indent, int width)
    {
        text.Append(group.Open);
        for (var i = 0; i < group.Parts.Count; i++)
        {
            text.Append(i > 0 ? ",\n" : "\n").Append(' ', indent + Indentation);
            Write(text, group.Parts[i], indent + Indentation, width);
        }

        text.Append('\n').Append(' ', indent).Append(group.Close);
    }
}
