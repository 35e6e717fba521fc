using IpytestNet.CommandLine;
using IpytestNet.Coverage.Settings;
using IpytestNet.Specs.Documents;
using Xunit;

namespace IpytestNet.Specs.Coverage.Settings;

public sealed class CoverageSettingsSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(".coveragerc", "[run]\nbranch = yes\nomit =\n    a.cs\n    b.cs\n[report]\nexclude_also =\n    throw new\n    x, y\nfail_under = 92.5")]
    [InlineData("setup.cfg", "[metadata]\nname = x\n[coverage:run]\nbranch = on\nomit = a.cs, b.cs\n[coverage:report]\nexclude_also =\n    throw new\n    x, y\nfail_under = 92.5")]
    [InlineData("tox.ini", "[coverage:run]\nbranch: 1\nomit = a.cs,b.cs\n[coverage:report]\nexclude_also =\n    throw new\n    x, y\nfail_under = 92.5")]
    [InlineData("pyproject.toml", "[project]\nname = 'x'\n[tool.coverage.run]\nbranch = true\nomit = ['a.cs', 'b.cs']\n[tool.coverage]\nreport.exclude_also = ['throw new', 'x, y']\nreport.fail_under = 92.5")]
    public void The_forms_of_coverage_py_say_the_same(string name, string text)
    {
        _folder.Write(name, text);

        var settings = Load();

        Assert.True(settings.Branch);
        Assert.Equal(["a.cs", "b.cs"], settings.RunOmit);
        Assert.Equal(["throw new", "x, y"], settings.ExcludeAlso);
        Assert.Equal(92.5, settings.FailUnder);
        Assert.Empty(settings.Warnings);
        Assert.Equal(_folder.PathOf(name), settings.Path);
    }

    [Fact]
    public void All_keys_that_mean_something_are_read()
    {
        _folder.Write(
            ".coveragerc",
            """
            [run]
            source = Shop
            include = src/*
            context = nightly
            dynamic_context = test_function
            data_file = out/data.json
            relative_files = true
            plugins =
                ipytest.cov
            parallel = true
            [report]
            exclude_lines = nothing
            partial_branches = never
            partial_also = seldom
            show_missing = true
            skip_covered = true
            skip_empty = true
            skip_tests = true
            precision = 2
            sort = -Cover
            omit = x
            include = y
            [html]
            directory = pages
            title = Mine
            [xml]
            output = a.xml
            [json]
            output = a.json
            pretty_print = true
            [lcov]
            output = a.lcov
            [paths]
            source = a
            """);

        var settings = Load();

        Assert.Empty(settings.Warnings);
        Assert.Equal(
            "Shop src/* nightly True out/data.json True nothing never seldom True True True True 2 -cover x y pages Mine a.xml a.json True a.lcov",
            string.Join(
                ' ',
                settings.Source[0], settings.RunInclude[0], settings.Context, settings.TestContexts, settings.DataFile, settings.RelativeFiles, settings.ExcludeLines![0],
                settings.PartialBranches![0], settings.PartialAlso[0], settings.ShowMissing, settings.SkipCovered, settings.SkipEmpty, settings.SkipTests, settings.Precision,
                settings.Sort, settings.ReportOmit[0], settings.ReportInclude[0], settings.HtmlDirectory, settings.HtmlTitle, settings.XmlOutput, settings.JsonOutput,
                settings.JsonPrettyPrint, settings.LcovOutput));
    }

    [Theory]
    [InlineData("${HERE}/x", "there/x")]
    [InlineData("$HERE", "there")]
    [InlineData("${NOWHERE}x", "x")]
    [InlineData("${NOWHERE-default}", "default")]
    [InlineData("$$HERE", "$HERE")]
    public void Values_have_variables_of_the_environment(string value, string read)
    {
        _folder.Write(".coveragerc", $"[run]\ndata_file = {value}\n");

        Assert.Equal(read, Load().DataFile);
    }

    [Theory]
    [InlineData("[run]\nbranch = perhaps", ":2: [run] branch: not a boolean: 'perhaps' (write true or false)")]
    [InlineData("[report]\n\nfail_under = 101", ":3: [report] fail_under: expected a percentage from 0 to 100, but got '101'")]
    [InlineData("[report]\nfail_under = most", ":2: [report] fail_under: expected a percentage from 0 to 100, but got 'most'")]
    [InlineData("[report]\nprecision = 10", ":2: [report] precision: expected a number of digits from 0 to 9, but got '10'")]
    [InlineData("[report]\nsort = colour", ":2: [report] sort: expected a column (name, stmts, miss, branch, brpart, cover), with - before it for descending, but got 'colour'")]
    [InlineData("[report]\nexclude_also = (", ":2: [report] exclude_also: invalid regular expression '('")]
    [InlineData("[run]\ndata_file = ${NOWHERE?}", ":2: [run] data_file: the environment variable NOWHERE is not set, and the setting needs it")]
    [InlineData("[run]\ndynamic_context = line", ":2: [run] dynamic_context: expected test_function or none, but got 'line'")]
    [InlineData("branch = true", ":1: no section header defined before 'branch'")]
    public void A_wrong_value_is_told_with_file_and_line(string text, string error)
    {
        _folder.Write(".coveragerc", text);

        Assert.StartsWith(_folder.PathOf(".coveragerc") + error, Assert.Throws<UsageException>(Load).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_nobody_knows_is_told()
    {
        _folder.Write(".coveragerc", "[run]\nbrunch = true\n[tool]\nx = 1\n");

        Assert.Equal([$"{_folder.PathOf(".coveragerc")}:2: unrecognized option '[run] brunch'"], Load().Warnings);
    }

    [Fact]
    public void The_first_file_that_configures_coverage_counts()
    {
        _folder.Write("setup.cfg", "[metadata]\nname = x\n");
        _folder.Write("pyproject.toml", "[tool.coverage.run]\nbranch = true\n");
        _folder.Write("z.runsettings", RunSettings);
        _folder.Write("other.runsettings", "<RunSettings />");
        _folder.Write("broken.runsettings", "<RunSettings>");

        Assert.Equal(["pyproject.toml", "z.runsettings"], CoverageConfigs.Find(_folder.Root).Select(Path.GetFileName));
        Assert.True(Load().Branch);

        _folder.Write(".coveragerc", "");
        _folder.Write("tox.ini", "[coverage:report]\n");
        Assert.Equal([".coveragerc", "tox.ini", "pyproject.toml", "z.runsettings"], CoverageConfigs.Find(_folder.Root).Select(Path.GetFileName));
        Assert.Null(Load().Branch);
    }

    [Fact]
    public void Run_settings_say_what_is_measured()
    {
        _folder.Write("a.runsettings", RunSettings);

        var settings = Load();

        Assert.Equal(["Shop", "Shop.Models"], settings.Source);
        Assert.Equal(["**/Migrations/*.cs"], settings.RunOmit);
        Assert.Equal([$"{_folder.PathOf("a.runsettings")}:9: <Unheard> means nothing to ipytest"], settings.Warnings);
    }

    [Fact]
    public void A_file_that_is_named_must_exist()
    {
        var error = Assert.Throws<UsageException>(() => CoverageSettingsReader.Load("mine.rc", _folder.Root, _ => null));

        Assert.Equal($"argument --cov-config: expected a configuration of coverage, but there is no file 'mine.rc' in {_folder.Root}", error.Message);
        Assert.Null(CoverageSettingsReader.Load(".coveragerc", _folder.Root, _ => null).Path);
    }

    [Fact]
    public void The_configuration_that_ships_is_a_file_and_says_nothing_unusual()
    {
        var settings = CoverageSettingsReader.Load(CoverageConfigs.Default, _folder.Root, _ => null);

        Assert.Equal(CoverageSettings.None with { Path = CoverageConfigs.Default, Warnings = settings.Warnings }, settings);
        Assert.Empty(settings.Warnings);
    }

    private CoverageSettings Load() => CoverageSettingsReader.Load(config: null, _folder.Root, name => name is "HERE" ? "there" : null);

    private const string RunSettings =
        """
        <RunSettings>
          <DataCollectionRunSettings><DataCollectors>
            <DataCollector friendlyName="XPlat code coverage">
              <Configuration>
                <Format>cobertura</Format>
                <Include>[Shop*]*,[Shop.Models]*</Include>
                <ExcludeByFile>**/Migrations/*.cs</ExcludeByFile>
                <SingleHit>false</SingleHit>
                <Unheard>1</Unheard>
              </Configuration>
            </DataCollector>
          </DataCollectors></DataCollectionRunSettings>
        </RunSettings>
        """;
}
