using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class BuiltInFixtureSpecs
{
    [Theory]
    [InlineData("DirectoryInfo tmpPath", "Assert(tmpPath.Exists && tmpPath.GetFileSystemInfos().Length == 0 && tmpPath.Name.StartsWith(\"TestIt\"));")]
    [InlineData("DirectoryInfo tmpPath", "File.WriteAllText(Path.Combine(tmpPath.FullName, \"a.txt\"), \"a\");")]
    [InlineData("ITestOutputHelper output", "output.WriteLine(\"a {0}\", 1); Assert(output.Output == \"a 1\\n\");")]
    [InlineData("CaptureFixture capsys", "Console.Write(\"out\"); Console.Error.Write(\"err\"); Assert(capsys.ReadOutErr() == (\"out\", \"err\")); Assert(capsys.ReadOutErr() == (\"\", \"\"));")]
    [InlineData("EnvironmentFixture environment", "environment.Set(\"IPYTEST_X\", \"1\"); Assert(Environment.GetEnvironmentVariable(\"IPYTEST_X\") == \"1\");")]
    [InlineData("EnvironmentFixture environment, DirectoryInfo tmpPath", "environment.CurrentDirectory = tmpPath.FullName; Assert(Environment.CurrentDirectory.EndsWith(tmpPath.Name));")]
    [InlineData("CancellationToken cancellationToken", "Assert(!cancellationToken.IsCancellationRequested);")]
    [InlineData("FixtureRequest request", "Assert(request.Name == \"TestIt\" && request.NodeId == \"Notebook.ipynb::TestIt\" && request.Module == \"Notebook.ipynb\");")]
    [InlineData("FixtureRequest request", "Assert(request.GetFixtureValue<DirectoryInfo>(\"tmpPath\").Exists);")]
    [InlineData("FixtureRequest request, int number", "Assert(request.FixtureNames.SequenceEqual([\"Number\"]));")]
    [InlineData("TemporaryFolderFactory tmpPathFactory", "Assert(tmpPathFactory.Create(\"a\").FullName != tmpPathFactory.Create(\"a\").FullName);")]
    public void A_fixture_of_ipytest_needs_no_definition(string parameters, string body)
    {
        using var notebook = new LiveNotebook().Given("[Fixture] int Number() => 1;");

        var seen = notebook.Run($"%%ipytest -v\nvoid TestIt({parameters}) {{ {body} }}\n[Fact] void TestItToo({parameters.Replace("TestIt", "TestItToo", StringComparison.Ordinal)}) {{ }}");

        Assert.Equal("TestIt PASSED, TestItToo PASSED", seen.Results());
    }

    [Fact]
    public void Temporary_folders_of_the_last_three_runs_are_kept()
    {
        using var notebook = new LiveNotebook().Given("var made = new List<string>();", "void TestA(DirectoryInfo tmpPath) => made.Add(tmpPath.FullName);");

        notebook.Given([.. Enumerable.Repeat("Ipytest.Run();", 5)]);

        Assert.Equal("[false, false, true, true, true]", notebook.Run("made.Select(Directory.Exists).ToArray()").Value);
    }

    [Fact]
    public void Tests_of_one_name_have_folders_of_their_own()
    {
        using var notebook = new LiveNotebook().Given("var made = new HashSet<string>();");

        notebook.Given("%%ipytest\n[Theory, InlineData(1), InlineData(2)] void Rows(int n, DirectoryInfo tmpPath) => Assert(made.Add(tmpPath.FullName));");

        Assert.Equal("2", notebook.Run("made.Count").Value);
    }

    [Fact]
    public void The_environment_is_as_before_after_the_test_whoever_has_changed_it()
    {
        Environment.SetEnvironmentVariable("IPYTEST_BEFORE", "before");
        using var notebook = new LiveNotebook();

        notebook.Given("""
            %%ipytest
            void TestA(EnvironmentFixture environment, DirectoryInfo tmpPath)
            {
                environment.Delete("IPYTEST_BEFORE");
                Environment.SetEnvironmentVariable("IPYTEST_NEW", "new");
                Environment.CurrentDirectory = tmpPath.FullName;
            }
            """);

        Assert.Equal("before", Environment.GetEnvironmentVariable("IPYTEST_BEFORE"));
        Assert.Null(Environment.GetEnvironmentVariable("IPYTEST_NEW"));
        Assert.Equal("true", notebook.Run($"Environment.CurrentDirectory == @\"{Environment.CurrentDirectory}\"").Value);
        Environment.SetEnvironmentVariable("IPYTEST_BEFORE", null);
    }

    [Fact]
    public void What_capsys_has_not_read_is_shown_with_a_failure()
    {
        using var notebook = new LiveNotebook();

        var seen = notebook.Run("%%ipytest\nvoid TestA(CaptureFixture capsys) { Console.Write(40 + 2); capsys.ReadOutErr(); Console.Write(70 + 7); Assert(1 == 2); }");

        Assert.Contains("Captured stdout call", seen.Text, StringComparison.Ordinal);
        Assert.Contains("\n77\n", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("42", seen.Text, StringComparison.Ordinal);
    }
}
