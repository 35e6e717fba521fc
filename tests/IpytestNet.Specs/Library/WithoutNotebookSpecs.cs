using IpytestNet.Sessions;
using Xunit;

namespace IpytestNet.Specs.Library;

public sealed class WithoutNotebookSpecs
{
    public WithoutNotebookSpecs() => new NotebookSession(host: null).Enter();

    [Fact]
    public void A_test_class_runs()
    {
        var (exitCode, output, _) = Seen(() => Ipytest.Run("-v", "--color=no", module: typeof(SampleTests)));

        Assert.Equal(ExitCode.Ok, exitCode);
        Assert.Equal(ExitCode.Ok, Ipytest.ExitCode);
        Assert.Contains("IpytestNet.Specs.dll::SampleTests::Adds PASSED", output, StringComparison.Ordinal);
        Assert.Contains("IpytestNet.Specs.dll::SampleTests::Squares(number: 3, expected: 9) PASSED", output, StringComparison.Ordinal);
        Assert.Contains("IpytestNet.Specs.dll::SampleTests::Nested::Holds PASSED", output, StringComparison.Ordinal);
        Assert.Contains(" 4 passed in ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failing_class_shows_its_source()
    {
        var (exitCode, output, _) = Seen(() => Ipytest.Run("--color=no", module: typeof(FailingSampleTests)));

        Assert.Equal(ExitCode.TestsFailed, exitCode);
        Assert.Contains("public void Fails() => Assert.Equal(3, 1 + 1);\n", output, StringComparison.Ordinal);
        Assert.Contains("FailingSampleTests.cs:8: EqualException", output, StringComparison.Ordinal);
        Assert.Throws<IpytestException>(() => Seen(() => Ipytest.Run(module: typeof(FailingSampleTests), raiseOnError: true)));
    }

    [Fact]
    public async Task An_assembly_runs_and_can_be_awaited()
    {
        var console = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);

        ExitCode exitCode;
        try
        {
            exitCode = await Ipytest.RunAsync("-k 'SampleTests and adds'", module: typeof(SampleTests).Assembly, cancellationToken: TestContext.Current.CancellationToken);
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.Equal(ExitCode.Ok, exitCode);
        Assert.Contains("1 passed, ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_a_module_says_what_to_do()
    {
        var (exitCode, _, error) = Seen(() => Ipytest.Run());

        Assert.Equal(ExitCode.UsageError, exitCode);
        Assert.Contains("there is no notebook to take tests from; name a type or an assembly, as in Ipytest.Run(module: typeof(MyTests))", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_configuration_works()
    {
        Assert.Equal(IpytestConfig.Initial, Ipytest.Config());
        Assert.Null(Ipytest.ExitCode);

        Ipytest.AutoConfig();
        Assert.Equal(IpytestConfig.AutoConfigDefaults, Ipytest.Config());

        Assert.Equal(80, Ipytest.Config(displayColumns: 80, magics: false).DisplayColumns);
        Assert.Equal(IpytestConfig.AutoConfigDefaults with { DisplayColumns = 80, Magics = false }, Ipytest.Config());
    }

    [Fact]
    public void Clean_says_that_it_needs_a_notebook()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Ipytest.Clean());

        Assert.Equal("Ipytest.Clean forgets definitions of a notebook, and no notebook runs here.", error.Message);
    }

    [Fact]
    public void The_notebook_is_empty()
    {
        Assert.Empty(Ipytest.Notebook.Names);
        Assert.False(Ipytest.Notebook.Contains("TestAdd"));
    }

    private static (ExitCode ExitCode, string Output, string Error) Seen(Func<ExitCode> run)
    {
        var (console, errors) = (Console.Out, Console.Error);
        using var output = new StringWriter();
        using var error = new StringWriter();
        Console.SetOut(output);
        Console.SetError(error);
        try
        {
            return (run(), output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetOut(console);
            Console.SetError(errors);
        }
    }
}
