using IpytestNet.Kernel;
using Xunit;

namespace IpytestNet.Specs.Display;

/// <summary>Runs alone, since the console belongs to the process.</summary>
[CollectionDefinition(nameof(DisplayWithoutSessionSpecs), DisableParallelization = true)]
[Collection(nameof(DisplayWithoutSessionSpecs))]
public sealed class DisplayWithoutSessionSpecs
{
    [Fact]
    public void Without_a_session_the_text_goes_to_the_console()
    {
        var console = Console.Out;
        var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            NotebookFunctions.DisplayHtml("<b>bold</b>");
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Contains($"bold{Environment.NewLine}", output.ToString(), StringComparison.Ordinal);
    }
}
