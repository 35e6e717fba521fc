namespace IpytestNet.Values;

internal sealed partial class ValueReader
{
    private ValueShape.Group ReadMembers(object value, int depth)
    {
        var type = value.GetType();
        var members = IsValueTask(value)
            ? [new("IsCompleted", () => Read(type.GetProperty("IsCompleted")!.GetValue(value), depth + 1))]
            : ObjectType.Of(type).Members.Select(member => new Part(member.Name, () => Read(member.Read(value), depth + 1)));
        return ReadParts(TypeName.IsAnonymous(type) ? "{" : $"{TypeName.Of(type)} {{", members, depth);
    }

    /// <summary>Reads a task without waiting for it: its result is shown only when it is there.</summary>
    private ValueShape.Group ReadTask(Task task, int depth)
    {
        var type = task.GetType();
        while (type != typeof(Task) && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>)))
            type = type.BaseType!;

        // A task without a result is a Task<VoidTaskResult> when an async method made it.
        if (type.IsGenericType && type.GenericTypeArguments[0] is { IsPublic: false, Name: "VoidTaskResult" })
            type = typeof(Task);

        List<Part> parts = [new("Status", () => Leaf(task.Status.ToString()))];
        if (task.IsCompletedSuccessfully && type.IsGenericType)
            parts.Add(new Part("Result", () => Read(type.GetProperty("Result")!.GetValue(task), depth + 1)));
        if (task is { IsFaulted: true, Exception: { } exception })
            parts.Add(new Part("Exception", () => Read(exception.InnerExceptions is [var only] ? only : exception, depth + 1)));
        return ReadParts($"{TypeName.Of(type)} {{", parts, depth);
    }

    private ValueShape.Group ReadParts(string open, IEnumerable<Part> parts, int depth)
    {
        Open(open);
        var shapes = new List<ValueShape>();
        foreach (var part in parts)
        {
            if (depth >= options.MaxDepth || _room <= 0)
            {
                shapes.Add(Leaf(Ellipsis));
                break;
            }

            _room -= part.Name.Length;
            shapes.Add(new ValueShape.Labeled(part.Name, part.Read()));
        }

        return new ValueShape.Group(open, shapes, '}');
    }

    // Its ToString takes the result, which may be taken only once.
    private static bool IsValueTask(object value) =>
        value is ValueTask || value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>);

    /// <summary>A named part of an object and how it is read.</summary>
    private sealed record Part(string Name, Func<ValueShape> Read);
}
