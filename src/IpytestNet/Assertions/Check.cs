using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace IpytestNet.Assertions;

/// <summary>What becomes of <c>Assert(…)</c> where a statement does not fit, such as in a lambda.</summary>
public static class Check
{
    /// <summary>Throws if the condition does not hold.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="message">What the user says about it.</param>
    /// <param name="source">The condition as the user wrote it, on one line.</param>
    /// <exception cref="AssertionException">The condition is false.</exception>
    [StackTraceHidden]
    public static void That([DoesNotReturnIf(false)] bool condition, object? message = null, string source = "")
    {
        if (!condition)
            throw Failed.Assertion(source, message);
    }

    /// <summary>Throws if a condition does not hold whose parts the compiler knows.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="message">What the user says about it.</param>
    /// <param name="site">The number of the assertion.</param>
    /// <exception cref="AssertionException">The condition is false.</exception>
    [StackTraceHidden]
    public static void That([DoesNotReturnIf(false)] bool condition, object? message, int site)
    {
        if (!condition)
            throw Failed.Assertion(site, reached: 0, [], message);
    }
}
