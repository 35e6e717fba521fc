using System.Reflection;

namespace IpytestNet.Execution;

/// <summary>Finds the place at which async code awaits: no thread and no stack tells it.</summary>
internal static class AwaitedPlace
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    // Deeper than async calls are nested in earnest.
    private const int MostCalls = 200;

    /// <summary>Gives the user's calls that a task consists of, outermost first.</summary>
    public static IReadOnlyList<SourceFrame> Of(Task task)
    {
        var frames = new List<SourceFrame>();
        try
        {
            for (var calls = 0; calls < MostCalls && StateMachine(task) is { } machine; calls++)
            {
                var type = machine.GetType();
                // The compiler names the fields of a state machine so, and the runtime those of its awaiters.
                if (type.GetField("<>1__state", Fields)?.GetValue(machine) is int state && AsyncSymbols.Find(type, state) is { } frame)
                    frames.Add(frame);
                if (Awaited(machine) is not { } next)
                    break;
                task = next;
            }
        }
        catch (Exception exception) when (exception is BadImageFormatException or InvalidOperationException or NotSupportedException)
        {
            // The report does without.
        }

        return frames;
    }

    private static object? StateMachine(Task task) => task.GetType().GetField("StateMachine", Fields)?.GetValue(task);

    private static Task? Awaited(object machine) => machine.GetType().GetFields(Fields)
        .Where(field => field.Name.StartsWith("<>u__", StringComparison.Ordinal))
        .Select(field => TaskIn(field.GetValue(machine), depth: 0))
        .FirstOrDefault(task => task is { IsCompleted: false });

    // Awaiters hold their task, or something that holds it.
    private static Task? TaskIn(object? holder, int depth)
    {
        var found = holder as Task;
        if (found is not null || depth > 3 || holder?.GetType() is not { IsValueType: true } type)
            return found;
        return type.GetFields(Fields).Select(field => TaskIn(field.GetValue(holder), depth + 1)).FirstOrDefault(task => task is not null);
    }
}
