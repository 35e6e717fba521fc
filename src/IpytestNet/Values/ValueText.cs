using System.Globalization;
using System.Runtime.CompilerServices;

namespace IpytestNet.Values;

/// <summary>Values as plain text in C# terms, as a notebook prints them.</summary>
public static class ValueText
{
    /// <summary>Writes a value; whatever its own code throws becomes part of the text.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="options">How much is written; <see cref="ValueTextOptions.Notebook"/> if left out.</param>
    /// <exception cref="InsufficientExecutionStackException">The call is one of an endless recursion.</exception>
    public static string Of(object? value, ValueTextOptions? options = null)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        options ??= ValueTextOptions.Notebook;
        using var limit = UserCode.Limit(options.TimeLimit);
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return ShapeLayout.Write(new ValueReader(options).Read(value), options.LineWidth);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>Writes a collection whose elements were read before, so that a lazy one is enumerated only once.</summary>
    internal static string Of(Elements elements, ValueTextOptions options) =>
        ShapeLayout.Write(new ValueReader(options).Read(elements), options.LineWidth);

    /// <summary>Writes what to show in place of a value whose code threw, or took too long.</summary>
    internal static string Threw(string member, Exception exception) =>
        exception is NotReturnedException slow ? slow.Tell(member) : $"<{member} threw {OfException(exception)}>";

    internal static string OfException(Exception exception)
    {
        var name = TypeName.Of(exception.GetType());
        try
        {
            return $"{name}: {UserCode.Text(exception, nameof(exception.Message), () => exception.Message)}";
        }
        catch (NotReturnedException slow)
        {
            return $"{name}: {slow.Tell(nameof(exception.Message))}";
        }
        catch (Exception e) when (!UserCode.IsStopped(e))
        {
            return $"{name}: <Message threw {TypeName.Of(e.GetType())}>";
        }
    }
}
