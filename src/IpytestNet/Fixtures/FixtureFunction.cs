using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace IpytestNet.Fixtures;

/// <summary>A function that makes the value of a fixture, in each of the shapes that it may have.</summary>
internal static class FixtureFunction
{
    private const BindingFlags Generics = BindingFlags.NonPublic | BindingFlags.Static;

    /// <summary>Reads a function with <see cref="FixtureAttribute"/>.</summary>
    /// <param name="method">The function.</param>
    /// <param name="target">What it is called on; null for a static one.</param>
    /// <param name="origin">Who defines it.</param>
    /// <param name="valuesOf">Gives the values that <see cref="FixtureAttribute.ParamsFrom"/> names.</param>
    public static FixtureDefinition Read(MethodInfo method, object? target, string origin, Func<string, object?> valuesOf)
    {
        var attribute = method.GetCustomAttribute<FixtureAttribute>()!;
        var (values, problem) = ParamsOf(attribute, valuesOf);
        return new FixtureDefinition
        {
            Name = attribute.Name ?? method.Name,
            ValueType = ValueTypeOf(method),
            Parameters = FixtureParameter.Of(method),
            MakeAsync = arguments => MakeAsync(method, method.IsStatic ? null : target, arguments),
            Scope = attribute.Scope,
            AutoUse = attribute.AutoUse,
            Params = values,
            Origin = origin,
            Defect = problem ?? DefectOf(method, values is not null),
        };
    }

    private static (IReadOnlyList<object?>? Values, string? Problem) ParamsOf(FixtureAttribute attribute, Func<string, object?> valuesOf)
    {
        if (attribute.ParamsFrom is not { } name)
            return (attribute.Params, null);
        try
        {
            return valuesOf(name) is IEnumerable values and not string
                ? ([.. values.Cast<object?>()], null)
                : ([], $"ParamsFrom: expected a collection in '{name}'");
        }
        catch (Exception exception) when (exception is not ThreadInterruptedException)
        {
            return ([], $"ParamsFrom: '{name}' could not be read: {exception.GetType().Name}: {exception.Message}");
        }
    }

    private static string? DefectOf(MethodInfo method, bool hasParams)
    {
        if (method.IsGenericMethodDefinition)
            return "it is generic; give its value a type";
        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false))
            return "it is 'async void', so its end cannot be awaited; make it 'async Task'";
        var takesParam = method.GetParameters().Any(parameter => parameter.Name == FixtureName.Param);
        return takesParam && !hasParams ? "it has a parameter 'param', but no values for it; write [Fixture(Params = new object[] { … })]" : null;
    }

    private static Type ValueTypeOf(MethodInfo method)
    {
        var type = method.ReturnType;
        if (!type.IsGenericType)
            return type == typeof(Task) || type == typeof(ValueTask) ? typeof(void) : type;
        var definition = type.GetGenericTypeDefinition();
        var isWrapped = definition == typeof(Task<>) || definition == typeof(ValueTask<>)
            || (IsIterator(method) && definition == typeof(IEnumerable<>))
            || (IsAsyncIterator(method) && definition == typeof(IAsyncEnumerable<>));
        return isWrapped ? type.GetGenericArguments()[0] : type;
    }

    // The compiler marks what it has made of yield return; a sequence made otherwise is the value itself.
    private static bool IsIterator(MethodInfo method) => method.IsDefined(typeof(IteratorStateMachineAttribute), inherit: false);

    private static bool IsAsyncIterator(MethodInfo method) => method.IsDefined(typeof(AsyncIteratorStateMachineAttribute), inherit: false);

    private static ValueTask<FixtureValue> MakeAsync(MethodInfo method, object? target, object?[] arguments)
    {
        var returned = method.Invoke(target, BindingFlags.DoNotWrapExceptions, binder: null, WithDefaults(method, arguments), culture: null);
        return returned switch
        {
            IEnumerable sequence when IsIterator(method) => new(Begin(sequence.GetEnumerator())),
            _ when IsAsyncIterator(method) => Generic(nameof(BeginAsync), method.ReturnType.GetGenericArguments()[0], returned!),
            Task task => AwaitAsync(task, method.ReturnType, arguments),
            ValueTask task => AwaitAsync(task.AsTask(), typeof(Task), arguments),
            _ when IsValueTask(method.ReturnType) => Generic(nameof(AwaitValueAsync), method.ReturnType.GetGenericArguments()[0], returned!, arguments),
            _ => new(Owned(returned, arguments)),
        };
    }

    private static bool IsValueTask(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>);

    private static object?[] WithDefaults(MethodInfo method, object?[] arguments)
    {
        var parameters = method.GetParameters();
        if (parameters.Length == arguments.Length)
            return arguments;
        var given = new Queue<object?>(arguments);
        return [.. parameters.Select(parameter => FixtureParameter.IsFilled(parameter) ? given.Dequeue() : FixtureParameter.DefaultOf(parameter))];
    }

    private static ValueTask<FixtureValue> Generic(string name, Type argument, params object[] values) =>
        (ValueTask<FixtureValue>)typeof(FixtureFunction).GetMethod(name, Generics)!.MakeGenericMethod(argument)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, values, culture: null)!;

    private static async ValueTask<FixtureValue> AwaitAsync(Task task, Type type, object?[] arguments)
    {
        await task;
        return type.IsGenericType ? Owned(task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task), arguments) : new FixtureValue(null);
    }

    private static async ValueTask<FixtureValue> AwaitValueAsync<T>(ValueTask<T> task, object?[] arguments) => Owned(await task, arguments);

    private static FixtureValue Begin(IEnumerator values)
    {
        if (!values.MoveNext())
            throw NoYield();
        return new FixtureValue(values.Current, () =>
        {
            using var owned = values as IDisposable;
            if (values.MoveNext())
                throw SecondYield();
            return default;
        });
    }

    private static async ValueTask<FixtureValue> BeginAsync<T>(IAsyncEnumerable<T> sequence)
    {
        var values = sequence.GetAsyncEnumerator();
        if (!await values.MoveNextAsync())
            throw NoYield();
        return new FixtureValue(values.Current, async () =>
        {
            await using (values)
            {
                if (await values.MoveNextAsync())
                    throw SecondYield();
            }
        });
    }

    private static InvalidOperationException NoYield() =>
        new("The fixture function ended without a yield return; its value is what it yields, once.");

    private static InvalidOperationException SecondYield() =>
        new("The fixture function has more than one yield return; what comes before the first is its setup, what follows its teardown.");

    // What belongs to another fixture is cleaned up by that.
    private static FixtureValue Owned(object? value, object?[] arguments) => arguments.Contains(value, ReferenceEqualityComparer.Instance)
        ? new FixtureValue(value)
        : value switch
        {
            IAsyncDisposable disposable => new FixtureValue(value, disposable.DisposeAsync),
            IDisposable disposable => new FixtureValue(value, () =>
            {
                disposable.Dispose();
                return default;
            }),
            _ => new FixtureValue(value),
        };
}
