using System.ComponentModel;
using IpytestNet.Stopping;

namespace IpytestNet.Frameworks.Xunit.Forwarding;

/// <summary>Tells of the tasks of async tests, which xUnit awaits behind a task of its own. Not for use in user code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ForwardedTask
{
    /// <summary>Keeps the task of the test that runs, so that a test which never ends can be shown at the place where it awaits.</summary>
    /// <param name="task">The task.</param>
    /// <returns>The task.</returns>
    public static Task Keep(Task task)
    {
        if (StopScope.Current is { } scope)
            scope.Awaited = task;
        return task;
    }
}
