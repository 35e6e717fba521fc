namespace IpytestNet.Ini;

/// <summary>A marker that an ini file registers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is for; may be empty.</param>
internal sealed record RegisteredMarker(string Name, string Description)
{
    /// <summary>Reads a line of the key <c>markers</c>: <c>slow: marks tests as slow</c>.</summary>
    public static RegisteredMarker Parse(string line)
    {
        var parts = line.Split(':', 2);
        // pytest allows arguments in the line, which are there for the reader alone.
        return new RegisteredMarker(parts[0].Split('(')[0].Trim(), parts is [_, var description] ? description.Trim() : "");
    }
}
