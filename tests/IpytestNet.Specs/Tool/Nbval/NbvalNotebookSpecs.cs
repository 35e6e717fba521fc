using IpytestNet.Specs.Documents;
using IpytestNet.Tests.Shared;
using Xunit;

namespace IpytestNet.Specs.Tool.Nbval;

/// <summary>Every marker and option, by notebooks that say themselves what must become of their cells.</summary>
public sealed class NbvalNotebookSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_cell_ends_as_its_notebook_says()
    {
        NbvalNotebooks.Copy(Repository.Root, _folder.Root);

        var (expected, actual) = NbvalNotebooks.Check(_folder.Root, byKernel: false, arguments => ToolProcess.Run(_folder.Root, arguments));

        Assert.Equal(expected, actual);
    }
}
