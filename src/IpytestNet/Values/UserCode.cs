namespace IpytestNet.Values;

/// <summary>Calls of code that belongs to values, such as <c>ToString</c> or an enumerator: it may throw, and it may never return.</summary>
internal static class UserCode
{
    private static readonly AsyncLocal<Limitation?> Ambient = new();

    /// <summary>Gives the calls that the caller makes from here on a time together, unless one was given before.</summary>
    /// <param name="total">The time; null for as long as they take.</param>
    /// <returns>What ends it when disposed of; null if nothing is to be ended.</returns>
    public static IDisposable? Limit(TimeSpan? total)
    {
        if (total is not { } time || Ambient.Value is not null)
            return null;
        return Ambient.Value = new Limitation(new CallBudget(time));
    }

    /// <summary>Calls code of a value; what it throws is thrown.</summary>
    /// <param name="type">The type whose code it is; that of the platform is called without ado.</param>
    /// <param name="member">The name of the member, as a message is to call it.</param>
    /// <param name="code">The call.</param>
    /// <exception cref="NotReturnedException">It took too long.</exception>
    public static T Call<T>(Type type, string member, Func<T> code) =>
        BudgetFor(type) is { } budget ? budget.Call(type, member, () => CallWithin(code)) : code();

    /// <summary>Asks an object for its text; within one time it is asked only once.</summary>
    /// <param name="owner">The object.</param>
    /// <param name="member">The name of the member, as a message is to call it.</param>
    /// <param name="code">The call.</param>
    /// <exception cref="NotReturnedException">It took too long.</exception>
    public static string? Text(object owner, string member, Func<string?> code) =>
        BudgetFor(owner.GetType()) is { } budget ? budget.Text(owner, member, () => CallWithin(code)) : code();

    /// <summary>Whether an exception is one by which the user stops what runs; it must go its way.</summary>
    public static bool IsStopped(Exception exception) => exception is ThreadInterruptedException or CellInterruptedException;

    private static CallBudget? BudgetFor(Type type) => Ambient.Value?.Budget is { } budget && !ObjectType.Of(type).IsTrusted ? budget : null;

    // What the code calls in turn is part of the call.
    private static T CallWithin<T>(Func<T> code)
    {
        Ambient.Value = Limitation.Inner;
        return code();
    }

    private sealed record Limitation(CallBudget? Budget) : IDisposable
    {
        public static readonly Limitation Inner = new(Budget: null);

        public void Dispose()
        {
            Ambient.Value = null;
            Budget?.Dispose();
        }
    }
}
