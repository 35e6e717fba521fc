using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IpytestNet.Kernel.Messaging;

/// <summary>Writes the messages of a kernel as signed frames.</summary>
/// <param name="signer">Signs them.</param>
/// <param name="time">The clock.</param>
internal sealed class MessageWriter(MessageSigner signer, TimeProvider time)
{
    /// <summary>The version of the Jupyter messaging protocol.</summary>
    public const string ProtocolVersion = "5.3";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1024 };

    private static readonly ReadOnlyMemory<byte> Nothing = "{}"u8.ToArray();

    private readonly string _session = Guid.NewGuid().ToString("N");
    private long _count;

    /// <summary>What stands between the route and the message.</summary>
    public static ReadOnlySpan<byte> Delimiter => "<IDS|MSG>"u8;

    /// <summary>Writes a message.</summary>
    /// <param name="route">The frames before it: a topic, or the route of a reply.</param>
    /// <param name="type">Its type, such as <c>execute_reply</c>.</param>
    /// <param name="parent">The header of the request that it answers; null for none.</param>
    /// <param name="content">Its content.</param>
    /// <param name="id">The id of the message; null for a new one.</param>
    public IReadOnlyList<ReadOnlyMemory<byte>> Write(
        IReadOnlyList<ReadOnlyMemory<byte>> route, string type, ReadOnlyMemory<byte>? parent, JsonObject content, string? id = null)
    {
        ReadOnlyMemory<byte>[] parts = [Bytes(Header(type, id ?? NewId())), parent ?? Nothing, Nothing, Bytes(content)];
        return [.. route, Delimiter.ToArray(), signer.Sign(parts), .. parts];
    }

    /// <summary>An id that no other message has.</summary>
    public string NewId() => $"{_session}_{Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture)}";

    private JsonObject Header(string type, string id) => new()
    {
        ["msg_id"] = id,
        ["msg_type"] = type,
        ["username"] = "kernel",
        ["session"] = _session,
        ["date"] = time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ["version"] = ProtocolVersion,
    };

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Json);
}
