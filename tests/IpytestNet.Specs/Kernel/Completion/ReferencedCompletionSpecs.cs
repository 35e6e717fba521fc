using IpytestNet.Kernel;
using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Kernel.Completion;

/// <summary>Libraries and files that a notebook brings in.</summary>
public sealed class ReferencedCompletionSpecs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly Notebook _notebook;

    public ReferencedCompletionSpecs() => _notebook = new Notebook(new NotebookOptions { Name = "Notebook.ipynb", WorkingDirectory = _folder });

    [Fact]
    public void A_library_is_known_in_the_cell_that_references_it_and_in_later_ones()
    {
        Build();

        CellWithCursor.Offers(_notebook, "#r \"Shop.dll\"\nShop.¦", "Cart");
        Assert.IsType<CellResult.Succeeded>(_notebook.Run("#r \"Shop.dll\"\nvar cart = new Shop.Cart();"));
        CellWithCursor.Offers(_notebook, "cart.¦", "Total");
    }

    [Fact]
    public void The_documentation_file_beside_a_library_is_read()
    {
        Build();
        File.WriteAllText(Path.Combine(_folder, "Shop.xml"), """<doc><members><member name="M:Shop.Cart.Total"><summary>What it all costs.</summary></member></members></doc>""");
        _notebook.Run("#r \"Shop.dll\"\nvar cart = new Shop.Cart();");

        Assert.Equal("int Shop.Cart.Total()\n\nMethod of Shop.Cart\n\nWhat it all costs.", _notebook.Inspect("cart.Total()", 7)?.PlainText);
    }

    [Theory]
    [InlineData("/// <summary>Doubles.</summary>\nint Twice(int n) => n * 2;", "Twice(1)")]
    [InlineData("namespace Calc;\n/// <summary>Doubles.</summary>\npublic class Twice { }", "new Calc.Twice()")]
    public void A_loaded_file_has_its_documentation_with_it(string file, string use)
    {
        File.WriteAllText(Path.Combine(_folder, "Calc.cs"), file);

        Assert.IsType<CellResult.Succeeded>(_notebook.Run("#load \"Calc.cs\""));

        Assert.Contains("Doubles.", _notebook.Inspect(use, use.IndexOf("Twice", StringComparison.Ordinal) + 1)?.PlainText, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _notebook.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void Build() => BuiltLibrary.Build(_folder, "Shop", "namespace Shop { public class Cart { public int Total() => 3; } }");
}
