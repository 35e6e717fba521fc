using System.Text.Json;
using IpytestNet.Kernel.Transport;

namespace IpytestNet.Kernel.Messaging;

/// <summary>What a Jupyter connection file says: where to listen, and the key by which clients show that they may speak.</summary>
/// <param name="Address">Where the sockets are to be bound.</param>
/// <param name="Key">The key of the signatures; empty for none.</param>
/// <remarks>The format is that of the Jupyter client documentation, "Kernel connection files".</remarks>
internal sealed record KernelConnection(KernelAddress Address, string Key)
{
    private const string Scheme = "hmac-sha256";

    /// <summary>Reads a connection file.</summary>
    /// <exception cref="ConnectionFileException">There is none, or it does not say what a kernel needs.</exception>
    public static KernelConnection Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConnectionFileException($"cannot read the connection file {path}: {e.Message} Jupyter writes one when it starts a kernel", e);
        }
        catch (ConnectionFileException e)
        {
            throw new ConnectionFileException($"the connection file {path} is not one that Jupyter writes: {e.Message}", e);
        }
    }

    private static KernelConnection Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Of(new ConnectionFields(document.RootElement));
        }
        catch (JsonException e)
        {
            throw new ConnectionFileException($"expected JSON, but {e.Message}", e);
        }
    }

    // What Jupyter's settings may say instead of an address.
    private static string HostOf(string ip) => ip switch
    {
        "localhost" => "127.0.0.1",
        "*" => "0.0.0.0",
        _ => ip,
    };

    private static KernelConnection Of(ConnectionFields fields)
    {
        var key = fields.Text("key", "");
        if (key.Length > 0 && fields.Text("signature_scheme", Scheme) is not Scheme and var scheme)
            throw new ConnectionFileException($"expected the signature_scheme {Scheme}, but it is {scheme}; set c.Session.signature_scheme to {Scheme}");
        var transport = fields.Text("transport", "tcp");
        if (transport is not ("tcp" or "ipc"))
            throw new ConnectionFileException($"expected the transport tcp or ipc, but it is {transport}");
        var address = new KernelAddress(
            transport is "ipc",
            HostOf(fields.Text("ip", "127.0.0.1")),
            fields.Port("shell_port"),
            fields.Port("control_port"),
            fields.Port("stdin_port"),
            fields.Port("iopub_port"),
            fields.Port("hb_port"));
        return new KernelConnection(address, key);
    }
}
