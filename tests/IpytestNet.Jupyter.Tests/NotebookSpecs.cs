using IpytestNet.Jupyter.Tests.Clients;
using IpytestNet.Tests.Shared;
using Xunit;

namespace IpytestNet.Jupyter.Tests;

/// <summary>The notebooks of the repository, run by Jupyter.</summary>
public sealed class NotebookSpecs(InstalledKernel installed)
{
    [Fact]
    public void All_examples_and_test_notebooks_put_out_in_Jupyter_what_they_have_stored()
    {
        var folder = NewFolder();
        Copy(Path.Combine(Repository.Root, "examples"), Directory.CreateDirectory(Path.Combine(folder, "examples")).FullName);
        Copy(Path.Combine(Repository.Root, "tests", "notebooks"), Directory.CreateDirectory(Path.Combine(folder, "notebooks")).FullName);

        var (code, output) = installed.Command("run", "--nbval", "--nbval-kernel-name=csharp-ipytest", folder, $"--ignore={folder}/notebooks/nbval");

        Assert.True(code is 0, output);
    }

    [Fact]
    public void Each_cell_of_the_notebooks_for_nbval_ends_as_its_notebook_says()
    {
        var folder = NewFolder();
        NbvalNotebooks.Copy(Repository.Root, folder);

        // The command runs in another folder than the notebooks.
        var (expected, actual) = NbvalNotebooks.Check(folder, byKernel: true, arguments => installed.Command([.. arguments.Select(InFolder)]));

        Assert.Equal(expected, actual);

        string InFolder(string argument) =>
            argument.EndsWith(".ipynb", StringComparison.Ordinal) ? Path.Combine(folder, argument) : argument.Replace("=sanitize.cfg", $"={folder}/sanitize.cfg", StringComparison.Ordinal);
    }

    [Fact]
    public void Nbconvert_executes_the_example()
    {
        var folder = NewFolder();
        Copy(Path.Combine(Repository.Root, "examples"), folder);

        var (code, output) = installed.Program(
            "/usr/bin/python3",
            ["-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.kernel_name=csharp-ipytest", "--output", Path.Combine(folder, "executed.ipynb"), Path.Combine(folder, "Example.ipynb")]);

        Assert.True(code is 0, output);
        Assert.Contains("\"execution_count\": 20", File.ReadAllText(Path.Combine(folder, "executed.ipynb")));
    }

    private string NewFolder() => Directory.CreateDirectory(Path.Combine(installed.Folder, Guid.NewGuid().ToString("N"))).FullName;

    // With what stands beside them, but without what a project has built.
    private static void Copy(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(source).Where(folder => Path.GetFileName(folder) is not ("bin" or "obj" or ".ipytest_cache")))
            Copy(folder, Directory.CreateDirectory(Path.Combine(target, Path.GetFileName(folder))).FullName);
    }
}
