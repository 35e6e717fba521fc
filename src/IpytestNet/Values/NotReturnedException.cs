namespace IpytestNet.Values;

/// <summary>Code of a value was not waited for any longer, or not called since it took too long before.</summary>
/// <param name="wasCalled">Whether it was called.</param>
internal sealed class NotReturnedException(bool wasCalled) : TimeoutException
{
    /// <summary>Says what happened to a member.</summary>
    public string Tell(string member) => wasCalled ? $"<{member} did not return>" : $"<{member} left out: too slow>";
}
