using IpytestNet.Specs.Kernel;
using Xunit;

namespace IpytestNet.Specs.Coverage;

/// <summary>Coverage of projects that a cell takes in with <c>#r "project: …"</c>.</summary>
[Trait("asks", "SDK")]
public sealed class ProjectCoverageSpecs
{
    private const string Price =
        """
        namespace Shop;

        public static class Price
        {
            public static int Of(int count) => count > 10
                ? count * 9
                : count * 10;

            public static int Never()
            {
                return 0;   // pragma: no cover
            }
        }
        """;

    [Fact]
    public void Sources_of_a_project_are_measured_and_a_reload_measures_the_new_ones()
    {
        using var folder = new ProjectFolder().Project("Shop", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><Nullable>enable</Nullable>").File("Shop/Price.cs", Price);
        using var notebook = folder.Notebook().Given("Ipytest.AutoConfig(coverage: true, addopts: [\"-q\", \"--cov-branch\", \"--cov-report=term-missing\"]);", "#r \"project: Shop/Shop.csproj\"");

        Assert.Equal("In[3] 1 0 0 0 100%\nShop/Price.cs 1 0 2 1 67% 5!true\nTOTAL 2 0 2 1 75%", Table(notebook, "%%ipytest\nvoid test_price() => Assert(Shop.Price.Of(3) == 30);"));

        folder.File("Shop/Price.cs", Price.Replace("count > 10", "count > 10 || count < 0", StringComparison.Ordinal));
        notebook.Given("Ipytest.ForceReload(\"Shop\");");

        Assert.Equal("Shop/Price.cs 1 0 4 2 60% 5!true", Assert.Single(Table(notebook, "%%ipytest --cov=Shop\nvoid test_price() => Assert(Shop.Price.Of(3) == 30);").Split('\n')[..1]));
    }

    [Fact]
    public void A_project_for_an_older_framework_is_measured_too()
    {
        using var folder = new ProjectFolder()
            .File("Old/Old.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>netstandard2.0</TargetFramework></PropertyGroup></Project>")
            .File("Old/Text.cs", "namespace Old\n{\n    public static class Text\n    {\n        public static string Of(string text) => text?.Trim() ?? \"none\";\n    }\n}\n");
        using var notebook = folder.Notebook().Given("Ipytest.AutoConfig(addopts: [\"-q\", \"--cov=Old\", \"--cov-branch\", \"--cov-report=term-missing\"]);", "#r \"project: Old/Old.csproj\"");

        Assert.StartsWith("Old/Text.cs 1 0 4 2 60% 5!not-null", Table(notebook, "%%ipytest\nvoid test_text() => Assert(Old.Text.Of(null) == \"none\");"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_was_there_before_is_measured_once_its_cell_runs_again()
    {
        using var folder = new ProjectFolder().Project("Shop").File("Shop/Price.cs", Price);
        using var notebook = folder.Notebook().Given("#r \"project: Shop/Shop.csproj\"");
        Assert.DoesNotContain("Price.cs", Table(notebook, "%%ipytest --cov\nvoid test_price() => Assert(Shop.Price.Of(3) == 30);"), StringComparison.Ordinal);

        notebook.Given("#r \"project: Shop/Shop.csproj\"");

        Assert.Contains("Shop/Price.cs 1 0 100%", Table(notebook, "%%ipytest --cov\nvoid test_price() => Assert(Shop.Price.Of(3) == 30);"), StringComparison.Ordinal);
    }

    private static string Table(LiveNotebook notebook, string code) => MeasuredNotebook.TableOf(notebook.Run(code));
}
