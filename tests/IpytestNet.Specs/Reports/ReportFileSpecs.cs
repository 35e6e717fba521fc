using IpytestNet.CommandLine;
using IpytestNet.Reports;
using IpytestNet.Specs.Documents;
using Xunit;

namespace IpytestNet.Specs.Reports;

public sealed class ReportFileSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Missing_folders_are_made_before_any_test_runs()
    {
        var file = ReportFile.Open("--html", "a/b/report.html", _folder.Root);

        Assert.Equal(_folder.PathOf("a/b/report.html"), file.Path);
        Assert.Empty(Directory.GetFiles(_folder.PathOf("a/b")));
    }

    [Fact]
    public void The_file_is_replaced_whole()
    {
        _folder.Write("report.html", "a text that is longer");

        ReportFile.Open("--html", "report.html", _folder.Root).Write("new");

        Assert.Equal("new", File.ReadAllText(_folder.PathOf("report.html")));
        Assert.Single(Directory.GetFiles(_folder.Root));
    }

    [Theory]
    [InlineData("", "argument --html: expected the path of a file, but it is empty; write --html=PATH")]
    [InlineData("folder", "argument --html: --html must be a filename, given: folder")]
    [InlineData("new/", "argument --html: --html must be a filename, given: new/")]
    [InlineData("file/report.html", "argument --html: cannot write 'file/report.html': ")]
    [InlineData("/proc/report.html", "argument --html: cannot write '/proc/report.html': ")]
    public void A_path_that_cannot_be_written_is_refused_with_the_reason(string path, string message)
    {
        Directory.CreateDirectory(_folder.PathOf("folder"));
        _folder.Write("file", "");

        var error = Assert.Throws<UsageException>(() => ReportFile.Open("--html", path, _folder.Root));

        Assert.StartsWith(message, error.Message);
    }

    [Theory]
    [InlineData("--junit-xml")]
    [InlineData("--trx")]
    [InlineData("--report-log")]
    [InlineData("--html")]
    public void A_run_ends_before_its_tests_if_a_report_cannot_be_written(string option)
    {
        _folder.Write("file", "");
        using var notebook = new LiveNotebook(new() { WorkingDirectory = _folder.Root });
        notebook.Given("var ran = false;\n[Fact] void TestAdd() { ran = true; }");

        var seen = notebook.Run($"Ipytest.Run(\"{option}=file/out\")");

        Assert.Equal(ExitCode.UsageError, seen.Run);
        Assert.Contains($"ERROR: argument {option}: cannot write 'file/out': '{_folder.PathOf("file")}' is a file and no folder. Name a file in a folder that can be written\n", seen.ErrorText);
        Assert.Equal("false", notebook.Run("ran").Value);
    }

    [Fact]
    public void A_device_is_written_to_and_stays_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no /dev.");

        ReportFile.Open("--html", "/dev/null", _folder.Root).Write("text");

        Assert.Equal(0, new FileInfo("/dev/null").Length);
        Assert.Empty(Directory.GetFiles("/dev", ".null.*"));
    }

    public void Dispose() => _folder.Dispose();
}
