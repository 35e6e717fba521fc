using System.Text.Json;
using IpytestNet.Coverage.Results;
using IpytestNet.Coverage.Storage;
using IpytestNet.Specs.Documents;
using Xunit;

namespace IpytestNet.Specs.Coverage.Storage;

public sealed class CoverageFileSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CoverageData _sample;

    public CoverageFileSpecs() => _sample = CoverageSample.In(_folder.Root);

    private string DataFile => _folder.PathOf(CoverageFile.DefaultName);

    [Fact]
    public void What_is_written_is_read_again()
    {
        CoverageFile.Write(DataFile, _sample);

        Assert.Equal(Flat(_sample), Flat(CoverageFile.Read(DataFile)!));
    }

    [Fact]
    public void The_folder_can_be_moved_with_its_files()
    {
        CoverageFile.Write(DataFile, _sample);
        Assert.DoesNotContain(_folder.Root, File.ReadAllText(DataFile));
        using var other = new TemporaryFolder();
        File.Move(DataFile, other.PathOf("moved.json"));

        Assert.Contains(other.PathOf("src/Stack.cs"), CoverageFile.Read(other.PathOf("moved.json"))!.Files.Select(file => file.Path));
    }

    [Fact]
    public void Without_a_file_there_is_no_data() => Assert.Null(CoverageFile.Read(DataFile));

    [Fact]
    public void Runs_that_are_added_count_together()
    {
        CoverageFile.Append(DataFile, _sample);
        CoverageFile.Append(DataFile, _sample);

        var file = CoverageFile.Read(DataFile)!.Files.First(file => file.Name is "src/Stack.cs");
        Assert.Equal([4, 4, 0, 2], file.Lines.Select(line => line.Hits));
        Assert.Equal([0, 4, 2, 0], file.Outcomes.Select(outcome => outcome.Hits));
    }

    [Theory]
    [InlineData("""{"ipytest_coverage":1,"has_bran""", "but the file is damaged; delete it, and measure again", true)]
    [InlineData("""{"ipytest_coverage":1}""", "but the file is damaged; delete it, and measure again", true)]
    [InlineData("""{"ipytest_coverage":9}""", "expected coverage data of version 1, but got version 9; use the ipytest that wrote it, or measure again", true)]
    [InlineData("""{"meta": {}}""", "but the file is something else, so it cannot be read; name another with --data-file, or data_file in the configuration", false)]
    [InlineData("", "but the file is something else, so it cannot be read; name another with --data-file, or data_file in the configuration", false)]
    public void A_file_that_is_damaged_or_of_others_is_told_and_kept(string text, string message, bool isOurs)
    {
        _folder.Write(CoverageFile.DefaultName, text);

        Assert.EndsWith(message, Assert.Throws<CoverageFileException>(() => CoverageFile.Read(DataFile)).Message);
        Assert.EndsWith(message, Assert.Throws<CoverageFileException>(() => CoverageFile.Append(DataFile, _sample)).Message);
        Assert.Equal(text, File.ReadAllText(DataFile));
        Assert.Equal(isOurs, Record.Exception(() => CoverageFile.Write(DataFile, _sample)) is null);
        Assert.Equal(isOurs, File.ReadAllText(DataFile) != text);
    }

    [Fact]
    public void A_folder_is_no_data_file()
    {
        Directory.CreateDirectory(DataFile);

        Assert.Contains("is a folder", Assert.Throws<CoverageFileException>(() => CoverageFile.Write(DataFile, _sample)).Message);
    }

    public void Dispose() => _folder.Dispose();

    // Records do not compare their lists.
    private static string Flat(CoverageData data) => JsonSerializer.Serialize(data);
}
