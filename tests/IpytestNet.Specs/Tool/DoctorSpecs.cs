using System.Text.Json.Nodes;
using Xunit;

namespace IpytestNet.Specs.Tool;

/// <summary>What <c>ipytest doctor</c> finds, and what it advises.</summary>
public sealed class DoctorSpecs : IDisposable
{
    private readonly ToolCall _call = new();

    public DoctorSpecs() => _call.With("JUPYTER_DATA_DIR", _call.Folder.PathOf("jupyter"));

    public void Dispose() => _call.Dispose();

    [Fact]
    public void It_says_what_is_there_and_what_to_do_about_the_rest()
    {
        Assert.Equal(ExitCode.Ok, _call.With("IPYTEST_PYTHON", "/no/python").Run("doctor"));

        Assert.Matches(@"(?m)^ok      ipytest           \d+\.\d+\.\d+\S*, ", _call.Out);
        Assert.Matches(@"(?m)^ok      \.NET runtime      \.NET 10\.\d", _call.Out);
        Assert.Matches(@"(?m)^ok      \.NET SDK          10\.\d+\.\d+\S*, ", _call.Out);
        Assert.Contains("note    jupyter_client    not found\n        Only --nbval-kernel-name needs it, and /no/python has none.", _call.Out);
        Assert.All(_call.Out.Split('\n').Where(line => line.StartsWith("        ", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 9, 80));
    }

    [Fact]
    public void A_kernel_that_starts_what_is_gone_is_found_and_mended()
    {
        Assert.Equal(ExitCode.Ok, _call.Run("jupyter", "install"));
        var spec = _call.Folder.PathOf("jupyter/kernels/csharp-ipytest/kernel.json");
        var json = JsonNode.Parse(File.ReadAllText(spec))!;
        json["argv"]![0] = "/no/longer/ipytest";
        File.WriteAllText(spec, json.ToJsonString());

        Assert.Equal(ExitCode.Ok, _call.Run("doctor"));
        Assert.Contains("It starts /no/longer/ipytest, which is no longer there.", _call.Out);
        Assert.Equal(ExitCode.Ok, _call.Run("jupyter", "install"));
        Assert.Equal(ExitCode.Ok, _call.Run("doctor"));

        Assert.Contains($"ok      kernel            C# (ipytest), {_call.Folder.PathOf("jupyter/kernels/csharp-ipytest")}\n", _call.Out[_call.Out.LastIndexOf("ok      ipytest", StringComparison.Ordinal)..]);
    }
}
