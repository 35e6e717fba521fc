using System.Text.Json.Nodes;
using IpytestNet.Jupyter.Tests.Clients;
using Xunit;

namespace IpytestNet.Jupyter.Tests;

public sealed class ClientSpecs(InstalledKernel installed)
{
    [Fact]
    public void Two_clients_share_a_kernel_and_each_gets_its_own_answers()
    {
        using var kernel = new LiveKernel(installed).Given("var shared = 1;");
        kernel.Connect("second");

        var first = kernel.SendCell("shared += 1; Thread.Sleep(200); \"first\"");
        var second = kernel.SendCell("shared += 1; \"second\"", client: "second");

        Assert.Equal("\"first\"", kernel.Await(first).Value);
        Assert.Equal("\"second\"", kernel.Await(second, client: "second").Value);
        Assert.Equal("3", kernel.Run("shared", client: "second").Value);
    }

    [Fact]
    public void Each_client_is_asked_for_the_input_of_its_own_cell()
    {
        using var kernel = new LiveKernel(installed);
        kernel.Connect("second");

        var id = kernel.SendCell("Console.ReadLine()", new JsonObject { ["allow_stdin"] = true }, client: "second");
        kernel.Question("second");
        kernel.Reply("typed", "second");

        Assert.Equal("\"typed\"", kernel.Await(id, client: "second").Value);
    }

    [Fact]
    public void Unix_domain_sockets_do_as_well()
    {
        using var kernel = new LiveKernel(installed, transport: "ipc");

        Assert.Equal("2", kernel.Run("1 + 1").Value);
    }

    [Fact]
    public void Wrongly_signed_messages_and_replays_are_not_answered()
    {
        using var kernel = new LiveKernel(installed).Given("var runs = 0;");

        var answers = kernel.Forge("runs++;");

        Assert.Equal(["execute_reply"], answers);
        Assert.Equal("1", kernel.Run("runs").Value);
    }
}
