using System.Reflection;
using System.Runtime.CompilerServices;
using IpytestNet.Execution;
using IpytestNet.Fixtures;

namespace IpytestNet.Frameworks.Functions;

/// <summary>A function of a cell that is a test.</summary>
/// <param name="Method">The function.</param>
/// <param name="Cell">The live object of its cell.</param>
/// <param name="Defect">Why it cannot run, or null.</param>
internal sealed record TestFunction(MethodInfo Method, object? Cell, Failure? Defect)
{
    /// <summary>Reads a function; one that cannot be called gets a defect that says why.</summary>
    public static TestFunction Of(MethodInfo method, object cell)
    {
        var defect = IsAsyncVoid(method) ? $"{method.Name} is 'async void', so its end cannot be awaited. Make it 'async Task'." : null;
        return new TestFunction(method, cell, defect is null ? null : FailureReader.Said(defect));
    }

    /// <summary>Calls the function, with the values of its fixtures, and waits for its end.</summary>
    public async ValueTask InvokeAsync()
    {
        var target = Method.IsStatic ? null : Cell;
        var parameters = Method.GetParameters();
        if (parameters.Length > 0)
            await InvokeAsync(target, parameters);
        else if (Method.ReturnType == typeof(Task))
            await Method.CreateDelegate<Func<Task>>(target)();
        else if (Method.ReturnType == typeof(ValueTask))
            await Method.CreateDelegate<Func<ValueTask>>(target)();
        else
            Method.CreateDelegate<Action>(target)();
    }

    private async ValueTask InvokeAsync(object? target, ParameterInfo[] parameters)
    {
        var values = new Queue<object?>(FixtureArguments.Current);
        object?[] arguments = [.. parameters.Select(parameter => FixtureParameter.IsFilled(parameter) ? values.Dequeue() : FixtureParameter.DefaultOf(parameter))];
        var returned = Method.Invoke(target, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
        switch (returned)
        {
            case Task task:
                await task;
                break;
            case ValueTask task:
                await task;
                break;
        }
    }

    private static bool IsAsyncVoid(MethodInfo method) =>
        method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false);
}
