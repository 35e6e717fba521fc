using System.Reflection;
using System.Runtime.CompilerServices;
using IpytestNet.Execution;

namespace IpytestNet.Frameworks.Functions;

/// <summary>A function of a cell that is a test.</summary>
/// <param name="Method">The function.</param>
/// <param name="Cell">The live object of its cell.</param>
/// <param name="Defect">Why it cannot run, or null.</param>
internal sealed record TestFunction(MethodInfo Method, object? Cell, Failure? Defect)
{
    /// <summary>Reads a function; one that cannot be called by itself gets a defect that says why.</summary>
    public static TestFunction Of(MethodInfo method, object cell)
    {
        var defect = method.GetParameters() is [var parameter, ..]
            ? $"{method.Name} has a parameter '{parameter.Name}', and no fixture of that name is available. "
                + "Use [Theory] with data, or take the value from a variable of the notebook."
            : IsAsyncVoid(method)
                ? $"{method.Name} is 'async void', so its end cannot be awaited. Make it 'async Task'."
                : null;
        return new TestFunction(method, cell, defect is null ? null : FailureReader.Said(defect));
    }

    /// <summary>Calls the function and waits for its end.</summary>
    public async ValueTask InvokeAsync()
    {
        var target = Method.IsStatic ? null : Cell;
        if (Method.ReturnType == typeof(Task))
            await Method.CreateDelegate<Func<Task>>(target)();
        else if (Method.ReturnType == typeof(ValueTask))
            await Method.CreateDelegate<Func<ValueTask>>(target)();
        else
            Method.CreateDelegate<Action>(target)();
    }

    private static bool IsAsyncVoid(MethodInfo method) =>
        method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false);
}
