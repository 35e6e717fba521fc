using IpytestNet.Kernel.Execution;

namespace IpytestNet.Kernel.Projects;

/// <summary>What a cell shows of a project: what is waited for, and at the end what has been done.</summary>
/// <param name="path">The path of the project file.</param>
internal sealed class ProjectDisplay(string path)
{
    // As much of what a build says as tells how far it is.
    private const int LinesOfBuild = 4;

    private readonly StatusLine _line = new("project");
    private readonly List<string> _notes = [];

    /// <summary>Shows that MSBuild is asked about a project.</summary>
    public void Ask(string project) => _line.Show($"Reading {NameOf(project)} …");

    /// <summary>Shows that a project is built.</summary>
    /// <returns>Takes what the build says, line by line.</returns>
    public Action<string> Build(string project)
    {
        var heading = $"Building {NameOf(project)} …";
        var said = new Queue<string>();
        _line.Show(heading);
        return line =>
        {
            said.Enqueue(line.Trim());
            if (said.Count > LinesOfBuild)
                said.Dequeue();
            _line.Show(string.Join('\n', said.Prepend(heading)));
        };
    }

    /// <summary>Tells that a project is not compiled in the process of the notebook, and why.</summary>
    public void Note(string project, string reason)
    {
        var note = $"{NameOf(project)} is built with dotnet build, since {reason}";
        if (!_notes.Contains(note))
            _notes.Add(note);
    }

    /// <summary>Shows that the project is there, if anything has been shown or it was not there before.</summary>
    /// <param name="isNew">Whether it was not.</param>
    public void End(bool isNew)
    {
        if (isNew || _line.IsShown)
            _line.Show(string.Join('\n', _notes.Count > 0 ? _notes : [$"Compiled {NameOf(path)}"]));
    }

    /// <summary>Shows that it is not, if anything has been shown.</summary>
    public void Fail()
    {
        if (_line.IsShown)
            _line.Show($"Could not compile {NameOf(path)}");
    }

    private static string NameOf(string project) => Path.GetFileName(project);
}
