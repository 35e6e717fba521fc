using System.Reflection;
using IpytestNet.Execution;
using IpytestNet.Frameworks.Functions;
using IpytestNet.Hosting;
using IpytestNet.Sessions;

namespace IpytestNet.Discovery;

/// <summary>Applies <see cref="SkipAttribute"/>, <see cref="SkipIfAttribute"/> and <see cref="XFailAttribute"/> to tests that bear them.</summary>
/// <param name="session">The notebook, in whose scope conditions are evaluated.</param>
/// <param name="isStrict">Whether expected failures are strict that do not say so themselves (<c>xfail_strict</c>).</param>
internal sealed class SkipAndXFail(NotebookSession session, bool isStrict)
{
    private readonly Dictionary<string, bool> _conditions = new(StringComparer.Ordinal);

    /// <summary>Applies them; a condition is evaluated once a run.</summary>
    public async Task<IReadOnlyList<TestCase>> ApplyAsync(IReadOnlyList<TestCase> tests)
    {
        var applied = new List<TestCase>(tests.Count);
        foreach (var test in tests)
            applied.Add(test.Method is { } method ? await ApplyAsync(test, method) : test);
        return applied;
    }

    private async Task<TestCase> ApplyAsync(TestCase test, MethodInfo method)
    {
        try
        {
            if (await SkipReasonAsync(method) is { } reason)
                return test with { SkipReason = reason };
            return Find<XFailAttribute>(method).FirstOrDefault() is { } xfail && (xfail.Condition is null || await HoldsAsync(xfail.Condition))
                ? test with { ExpectedFailure = new ExpectedFailure(xfail.Reason, xfail.StatedStrict ?? isStrict, xfail.Raises, xfail.Run) }
                : test;
        }
        catch (ConditionException problem)
        {
            return FunctionFramework.Broken(test, problem.Message);
        }
    }

    private async Task<string?> SkipReasonAsync(MethodInfo method)
    {
        if (Find<SkipAttribute>(method).FirstOrDefault() is { } skip)
            return skip.Reason;
        foreach (var skipIf in Find<SkipIfAttribute>(method))
        {
            if (await HoldsAsync(skipIf.Condition))
                return skipIf.Reason ?? $"condition: {skipIf.Condition}";
        }

        return null;
    }

    // Those of the method come first, then those of its class and of the classes around that.
    private static IEnumerable<T> Find<T>(MethodInfo method)
        where T : Attribute
    {
        for (MemberInfo? member = method; member is not null; member = member is MethodInfo ? method.ReflectedType : member.DeclaringType)
        {
            if (!member.IsDefined(typeof(T), inherit: true))
                continue;
            foreach (var attribute in member.GetCustomAttributes<T>(inherit: true))
                yield return attribute;
        }
    }

    private async Task<bool> HoldsAsync(string condition)
    {
        if (!_conditions.TryGetValue(condition, out var holds))
            _conditions[condition] = holds = await EvaluateAsync(condition);
        return holds;
    }

    private async Task<bool> EvaluateAsync(string condition)
    {
        if (bool.TryParse(condition, out var constant))
            return constant;
        var host = session.Host ?? throw new ConditionException($"the condition '{condition}' needs a notebook to be evaluated in; without one write true or false");
        try
        {
            // A function may be named without being called, as nameof gives it.
            var isFunction = session.Definitions.Find(condition) is [{ Kind: DefinitionKind.Function } function, ..] && function.Methods.Any();
            return (bool)(await host.EvaluateAsync(isFunction ? $"{condition}()" : condition, typeof(bool)))!;
        }
        catch (CompilationException problem)
        {
            throw new ConditionException($"the condition '{condition}' is not what was expected, a C# expression of type bool: {problem.Problems[0].Message}");
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ThreadInterruptedException))
        {
            throw new ConditionException($"the condition '{condition}' threw {exception.GetType().Name}: {exception.Message}");
        }
    }
}
