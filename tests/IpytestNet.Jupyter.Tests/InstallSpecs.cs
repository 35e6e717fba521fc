using System.Text.Json.Nodes;
using IpytestNet.Jupyter.Tests.Clients;
using Xunit;

namespace IpytestNet.Jupyter.Tests;

public sealed class InstallSpecs(InstalledKernel installed) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ipytest-install-").FullName;

    [Fact]
    public void Jupyter_lists_the_installed_kernel()
    {
        var (_, output) = installed.Program("/usr/bin/python3", ["-m", "jupyter_client.kernelspecapp", "list", "--json"]);

        var spec = JsonNode.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..(output.LastIndexOf('}') + 1)])!["kernelspecs"]!["csharp-ipytest"]!["spec"]!;
        Assert.Equal("C# (ipytest)", spec["display_name"]!.ToString());
        Assert.Equal("C#", spec["language"]!.ToString());
        Assert.Equal("message", spec["interrupt_mode"]!.ToString());
    }

    [Fact]
    public void The_kernel_has_logos()
    {
        var kernel = Path.Combine(installed.Folder, "share", "jupyter", "kernels", "csharp-ipytest");

        Assert.All(["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"], logo => Assert.True(new FileInfo(Path.Combine(kernel, logo)).Length > 100));
    }

    [Fact]
    public void It_is_installed_for_the_user_unless_another_place_is_given()
    {
        var (code, output) = Run("jupyter", "install");

        Assert.Equal(0, code);
        Assert.Contains(Path.Combine(_folder, "jupyter", "kernels", "csharp-ipytest"), output, StringComparison.Ordinal);
        Assert.Equal((0, output), Run("jupyter", "install", "--user"));
    }

    [Fact]
    public void A_Python_environment_that_is_active_can_have_it()
    {
        var (code, _) = Run(["jupyter", "install", "--sys-prefix"], ("VIRTUAL_ENV", _folder));

        Assert.Equal(0, code);
        Assert.True(File.Exists(Path.Combine(_folder, "share", "jupyter", "kernels", "csharp-ipytest", "kernel.json")));
    }

    [Fact]
    public void Without_an_active_Python_environment_that_place_is_an_error_that_says_what_to_do()
    {
        var (code, output) = Run(["jupyter", "install", "--sys-prefix"], ("VIRTUAL_ENV", ""), ("CONDA_PREFIX", ""));

        Assert.Equal(4, code);
        Assert.Contains("activate it, or give its folder with --prefix", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Kernels_are_listed_and_removed_by_name()
    {
        Run("jupyter", "install", "--name", "mine", "--display-name", "C# of mine");
        Assert.Contains("C# of mine", Run("jupyter", "list").Output, StringComparison.Ordinal);

        Assert.Equal(0, Run("jupyter", "uninstall", "--name", "mine").Code);

        Assert.DoesNotContain("C# of mine", Run("jupyter", "list").Output, StringComparison.Ordinal);
        var (code, output) = Run("jupyter", "uninstall", "--name", "mine");
        Assert.Equal(4, code);
        Assert.Contains("no kernel of ipytest in", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kernel_of_somebody_else_is_not_removed()
    {
        var other = Directory.CreateDirectory(Path.Combine(_folder, "jupyter", "kernels", "python3")).FullName;
        File.WriteAllText(Path.Combine(other, "kernel.json"), "{\"argv\": [\"python\"], \"display_name\": \"Python\"}");

        Assert.Equal(4, Run("jupyter", "uninstall", "--name", "python3").Code);
        Assert.True(Directory.Exists(other));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("")]
    [InlineData("two words")]
    public void A_name_that_Jupyter_would_not_find_is_refused(string name)
    {
        var (code, output) = Run("jupyter", "install", "--name", name);

        Assert.Equal(4, code);
        Assert.Contains("--name", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_places_at_once_are_refused()
    {
        var (code, output) = Run("jupyter", "install", "--user", "--prefix", _folder);

        Assert.Equal(4, code);
        Assert.Contains("expected one of --user, --sys-prefix and --prefix", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_Jupyter_it_says_how_to_get_it()
    {
        var (code, output) = Run(["jupyter", "install"], ("PATH", _folder));

        Assert.Equal(0, code);
        Assert.Contains("pip install jupyterlab", output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (int Code, string Output) Run(params string[] arguments) => Run(arguments, []);

    private (int Code, string Output) Run(string[] arguments, params (string Name, string Value)[] environment) =>
        installed.Program(InstalledKernel.ToolPath, arguments, [("JUPYTER_DATA_DIR", Path.Combine(_folder, "jupyter")), .. environment]);
}
