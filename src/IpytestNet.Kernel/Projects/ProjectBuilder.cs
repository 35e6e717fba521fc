using IpytestNet.Hosting;
using IpytestNet.Kernel.Assemblies;
using IpytestNet.Kernel.Compilation;
using IpytestNet.Kernel.Execution;

namespace IpytestNet.Kernel.Projects;

/// <summary>Builds projects that cannot be compiled in the process of the notebook, as <c>dotnet build</c> does.</summary>
internal static class ProjectBuilder
{
    private const string NotBuilt = "IPY0023";

    /// <summary>Builds a project, and reads what that has made: nothing keeps its files open.</summary>
    /// <param name="description">The project.</param>
    /// <param name="asked">What asks for it.</param>
    /// <param name="display">Shows what the build says.</param>
    /// <exception cref="CompilationException">It does not build.</exception>
    public static (ProjectDescription Description, ProjectBuild Build) Run(ProjectDescription description, CellReference asked, ProjectDisplay display)
    {
        var name = Path.GetFileName(description.Path);
        try
        {
            var built = ProjectQuery.RunBuild(description.Path, display.Build(description.Path), ExecutionScope.Current?.Interruption ?? CancellationToken.None);
            return File.Exists(built.Target)
                ? (Complete(description, built), Read(built.Target))
                : throw Refused(asked, $"Expected {name} to make an assembly, but its build makes none{(built.Target.Length > 0 ? $" at {built.Target}" : "")}");
        }
        catch (ProjectException problem)
        {
            CompilationProblem[] errors = [.. BuildErrors.In(problem.Message)];
            throw errors is []
                ? Refused(asked, $"Expected {name} to build, but dotnet build says:\n{problem.Message}")
                : new CompilationException([asked.Problem(NotBuilt, $"Expected {name} to build, but dotnet build finds errors"), .. errors]);
        }
    }

    private static CompilationException Refused(CellReference asked, string problem) => new([asked.Problem(NotBuilt, problem)]);

    // A build leaves packages where they are, so it does not tell of all that is needed to run.
    private static ProjectDescription Complete(ProjectDescription asked, ProjectDescription built) => built with
    {
        BuildReason = asked.BuildReason,
        Libraries = [.. asked.Libraries.Concat(built.Libraries).Concat(built.References.Where(IsToLoad)).Distinct(StringComparer.Ordinal)],
    };

    private static bool IsToLoad(string reference) =>
        !NotebookReferences.IsProvided(Path.GetFileNameWithoutExtension(reference)) && SharedFramework.Find(reference) is null;

    private static ProjectBuild Read(string assembly) => new(
        File.ReadAllBytes(assembly), FilesBeside.Symbols(assembly), FilesBeside.Documentation(assembly), []);
}
