using IpytestNet.Jupyter.Tests.Clients;
using Xunit;

namespace IpytestNet.Jupyter.Tests;

public sealed class ExecuteSpecs(InstalledKernel installed) : IDisposable
{
    private readonly LiveKernel _kernel = new(installed);

    [Fact]
    public void The_messages_of_a_cell_come_in_order_and_belong_to_it()
    {
        var answer = _kernel.Run("Console.WriteLine(\"said\"); Display(1); 1 + 1");

        Assert.Equal("(busy) execute_input stream display_data execute_result (idle)", answer.Order);
        Assert.Equal("ok", answer.Status);
        Assert.Equal("2", answer.Value);
        Assert.Equal("said\n", answer.Text);
    }

    public void Dispose() => _kernel.Dispose();
}
