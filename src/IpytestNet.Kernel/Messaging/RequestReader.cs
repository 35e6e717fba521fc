using System.Text.Json;
using IpytestNet.Kernel.Transport;

namespace IpytestNet.Kernel.Messaging;

/// <summary>Makes requests of received frames; what is not signed, comes again or is no message at all gives none.</summary>
/// <param name="signer">Knows the signatures.</param>
/// <remarks>The parts are those of "The Wire Protocol" in the Jupyter messaging documentation.</remarks>
internal sealed class RequestReader(MessageSigner signer)
{
    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 256 };

    /// <summary>Reads a message.</summary>
    /// <param name="received">Its frames.</param>
    /// <returns>The request, or null.</returns>
    public Request? Read(ReceivedMessage received)
    {
        var frames = received.Frames;
        var start = IndexOfDelimiter(frames);
        if (start < 0 || frames.Count < start + 6)
            return null;
        // Frames behind the content are buffers, which are not signed.
        ReadOnlyMemory<byte>[] parts = [frames[start + 2], frames[start + 3], frames[start + 4], frames[start + 5]];
        return signer.Accepts(frames[start + 1].Span, parts) ? Parse(received, [.. frames.Take(start)], parts) : null;
    }

    private static int IndexOfDelimiter(IReadOnlyList<ReadOnlyMemory<byte>> frames)
    {
        for (var i = 0; i < frames.Count; i++)
        {
            if (frames[i].Span.SequenceEqual(MessageWriter.Delimiter))
                return i;
        }

        return -1;
    }

    private static Request? Parse(ReceivedMessage received, IReadOnlyList<ReadOnlyMemory<byte>> route, ReadOnlyMemory<byte>[] parts)
    {
        try
        {
            var header = Object(parts[0]);
            // Not needed, but a message without one is none.
            _ = Object(parts[1]);
            return new Request
            {
                Channel = received.Channel,
                Client = received.Client,
                Route = route,
                Header = parts[0],
                Type = header.GetProperty("msg_type").GetString() ?? "",
                Content = Object(parts[3]),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonElement Object(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, Depth);
        return document.RootElement.ValueKind is JsonValueKind.Object
            ? document.RootElement.Clone()
            : throw new JsonException("The part is no object.");
    }
}
