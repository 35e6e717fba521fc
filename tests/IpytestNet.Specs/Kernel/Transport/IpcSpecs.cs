using System.Net.Sockets;
using IpytestNet.Kernel.Transport;
using Xunit;

namespace IpytestNet.Specs.Kernel.Transport;

/// <summary>With <c>"transport": "ipc"</c> the ports of the connection file are numbers in the names of files.</summary>
public sealed class IpcSpecs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ipc-").FullName;

    private string Host => Path.Combine(_folder, "kernel");

    private KernelAddress Address => new(IsIpc: true, Host, 1, 2, 3, 4, 5);

    [Fact]
    public void Messages_go_there_and_back_and_are_published()
    {
        using var live = new LiveSockets(address: Address);
        using var client = ZmtpClient.Silent($"{Host}-1").ShakeHands("DEALER", "session");
        using var subscriber = ZmtpClient.Silent($"{Host}-4").ShakeHands("SUB");
        using var heartbeat = ZmtpClient.Silent($"{Host}-5").ShakeHands("REQ");
        subscriber.Subscribe("");
        client.Send("hello");

        live.Send(KernelChannel.Shell, live.Next().Client, "back");
        live.Publish("all");
        heartbeat.Send("", "ping");

        Assert.Equal(["back"], client.Receive());
        Assert.Equal(["all"], subscriber.Receive());
        Assert.Equal(["", "ping"], heartbeat.Receive());
    }

    [Fact]
    public void The_files_live_as_long_as_the_sockets()
    {
        using (var live = new LiveSockets(address: Address))
        {
            Assert.Equal(["kernel-1", "kernel-2", "kernel-3", "kernel-4", "kernel-5"], Files());

            using (ZmtpClient.Silent($"{Host}-1").ShakeHands("DEALER"))
                live.WaitForConnections(1);
            live.WaitForConnections(0);
            Assert.Equal(5, Files().Length);
        }

        Assert.Empty(Files());
    }

    [Fact]
    public void Files_that_a_killed_kernel_has_left_are_replaced()
    {
        for (var i = 1; i <= 5; i++)
            LeaveBehind($"{Host}-{i}");

        using var live = new LiveSockets(address: Address);
        using var client = ZmtpClient.Silent($"{Host}-1").ShakeHands("DEALER");
        client.Send("hello");

        Assert.Equal(["hello"], live.NextFrames());
    }

    [Fact]
    public void The_socket_of_a_kernel_that_lives_is_not_taken_from_it()
    {
        using var live = new LiveSockets(address: Address);

        var exception = Assert.Throws<KernelAddressException>(() => ZmtpSockets.Bind(Address with { Control = 7 }, _ => { }));

        Assert.StartsWith($"The kernel cannot listen on ipc://{Host}-1 for shell: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("End the process that listens there", exception.Message, StringComparison.Ordinal);
        using var client = ZmtpClient.Silent($"{Host}-1").ShakeHands("DEALER");
    }

    [Fact]
    public void A_file_that_is_no_socket_is_left_alone()
    {
        File.WriteAllText($"{Host}-3", "my thesis");

        Assert.Throws<KernelAddressException>(() => ZmtpSockets.Bind(Address, _ => { }));

        Assert.Equal("my thesis", File.ReadAllText($"{Host}-3"));
        Assert.Equal(["kernel-3"], Files());
    }

    [Theory]
    [InlineData("missing/kernel", "in a directory that exists")]
    [InlineData("a-name-that-is-much-too-long-for-a-socket-a-name-that-is-much-too-long-for-a-socket-a-name-that-is-much-too-long", "to a shorter path")]
    public void A_path_that_cannot_be_is_told(string name, string expected)
    {
        var exception = Assert.Throws<KernelAddressException>(() => ZmtpSockets.Bind(Address with { Host = Path.Combine(_folder, name) }, _ => { }));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Files() => [.. Directory.EnumerateFileSystemEntries(_folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    /// <summary>Binds a socket and moves its file away while it is closed, since .NET removes it.</summary>
    private static void LeaveBehind(string path)
    {
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            socket.Bind(new UnixDomainSocketEndPoint(path));
            File.Move(path, path + ".moved");
        }

        File.Move(path + ".moved", path);
    }
}
