using System.ComponentModel;
using IpytestNet.Assertions.Conditions;
using IpytestNet.Values;

namespace IpytestNet.Assertions;

/// <summary>Makes the exceptions of failed assertions; the code that is generated for them calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Failed
{
    /// <summary>Describes an assertion of which nothing but its text is known.</summary>
    /// <param name="source">The condition as the user wrote it, on one line.</param>
    /// <param name="message">What the user says about it; a value that is no string is written as a notebook shows it.</param>
    public static AssertionException Assertion(string source, object? message = null)
    {
        using var limit = UserCode.Limit(Detail.Current.Values.TimeLimit);
        return new(Explanation.Headline(source, message));
    }

    /// <summary>Describes an assertion with the values of its parts.</summary>
    /// <param name="site">The number of the assertion.</param>
    /// <param name="reached">The bits of the parts that were evaluated.</param>
    /// <param name="values">The values of the parts.</param>
    /// <param name="message">What the user says about it; a value that is no string is written as a notebook shows it.</param>
    public static AssertionException Assertion(int site, ulong reached, object?[] values, object? message = null) =>
        new(Explain(site, reached, values, message));

    /// <summary>Explains an assertion that did not hold, for the exception of another framework.</summary>
    /// <inheritdoc cref="Assertion(int, ulong, object?[], object?)"/>
    public static string Explain(int site, ulong reached, object?[] values, object? message = null)
    {
        using var limit = UserCode.Limit(Detail.Current.Values.TimeLimit);
        return Explanation.Of(new Evaluation(AssertionSite.Get(site), reached, values), message);
    }

    /// <summary>Notes on an exception that leaves a condition what had been evaluated; the exception goes its way untouched.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="site">The number of the assertion.</param>
    /// <param name="reached">The bits of the parts that were evaluated.</param>
    /// <param name="values">The values of the parts.</param>
    /// <returns>False, since it is called by an exception filter.</returns>
    public static bool Note(Exception exception, int site, ulong reached, object?[] values)
    {
        // An interrupt is to end the code at once.
        if ((reached & AssertionSite.Evaluated) != 0 || UserCode.IsStopped(exception))
            return false;
        using var limit = UserCode.Limit(Detail.Current.Values.TimeLimit);
        ConditionNote.Attach(exception, new Evaluation(AssertionSite.Get(site), reached, values));
        NotedExceptions.Add(exception);
        return false;
    }
}
