using System.Collections;
using System.Reflection;
using IpytestNet.Values;

namespace IpytestNet.Kernel.Display;

/// <summary>Values in the formats that a notebook shows: text always, HTML where the value offers it or is a table.</summary>
public static class ValueDisplay
{
    /// <summary>Writes a value in its formats; what its own code throws is told in the text.</summary>
    /// <param name="value">Any value; a bundle is given back as it is.</param>
    public static MimeBundle Bundle(object? value) => value switch
    {
        null => MimeBundle.Of(ValueText.Of(value)),
        MimeBundle bundle => bundle,
        IHtmlValue html => WithHtml(value, html.ToHtml),
        _ when HtmlMethod(value) is { } toHtml => WithHtml(value, toHtml),
        IEnumerable sequence when value is not string && !ObjectType.Of(value.GetType()).WritesItself => OfSequence(sequence),
        _ => MimeBundle.Of(ValueText.Of(value)),
    };

    private static MimeBundle WithHtml(object value, Func<string?> toHtml)
    {
        var text = ValueText.Of(value);
        try
        {
            return MimeBundle.Of(text, toHtml());
        }
        catch (Exception e) when (!UserCode.IsStopped(e))
        {
            return MimeBundle.Of($"{text}\n{ValueText.Threw("ToHtml", e)}");
        }
    }

    /// <summary>Finds the method <c>string ToHtml()</c> of a value that does not know our interface.</summary>
    private static Func<string?>? HtmlMethod(object value) =>
        value.GetType().GetMethod("ToHtml", BindingFlags.Instance | BindingFlags.Public, Type.EmptyTypes) is { IsGenericMethod: false } method && method.ReturnType == typeof(string)
            ? method.CreateDelegate<Func<string?>>(value)
            : null;

    /// <summary>Reads the sequence once for both formats, since enumerating a lazy one again would run its code again.</summary>
    private static MimeBundle OfSequence(IEnumerable sequence)
    {
        if (sequence is Array { Rank: > 1 } || Elements.InterfaceOf(sequence.GetType(), typeof(IGrouping<,>)) is not null)
            return MimeBundle.Of(ValueText.Of(sequence));
        var elements = Elements.Read(sequence, HtmlTable.MaxRows);
        return MimeBundle.Of(ValueText.Of(elements, ValueTextOptions.Notebook), HtmlTable.Of(elements));
    }
}
