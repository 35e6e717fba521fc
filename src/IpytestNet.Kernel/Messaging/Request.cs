using System.Text.Json;
using IpytestNet.Kernel.Transport;

namespace IpytestNet.Kernel.Messaging;

/// <summary>A message that a client sent, signed as it should be.</summary>
internal sealed record Request
{
    /// <summary>The channel on which it came.</summary>
    public required KernelChannel Channel { get; init; }

    /// <summary>Who sent it.</summary>
    public required ClientIdentity Client { get; init; }

    /// <summary>The frames before the message, which a reply has to carry back.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Route { get; init; }

    /// <summary>Its header as it came, which goes back as the parent header of all answers.</summary>
    public required ReadOnlyMemory<byte> Header { get; init; }

    /// <summary>Its type, such as <c>execute_request</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Its content, an object.</summary>
    public required JsonElement Content { get; init; }
}
