namespace IpytestNet.Specs.Library;

/// <summary>The two forms in which each row is tried.</summary>
public sealed partial class PytestOptionsCorpusSpecs
{
    /// <summary>Looks at a run of the arguments in a later cell, and on the magic line of the cell itself.</summary>
    private static void Both(string arguments, Action<LiveNotebook.Seen> look, string cell = Cell, string before = "") =>
        InBothForms(arguments, form => look(form.Run()), cell, before);

    /// <summary>Tries the arguments in a later cell, and on the magic line of the cell itself.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="attempt">Runs what it is given, and looks at it.</param>
    /// <param name="cell">The cell with the tests.</param>
    /// <param name="before">What has happened in the notebook before.</param>
    private static void InBothForms(string arguments, Action<Form> attempt, string cell = Cell, string before = "")
    {
        using var later = new NotebookFolder();
        // A text that begins with a dash is split as a command line.
        var dash = arguments.StartsWith('-') ? "" : "--color=no ";
        attempt(new Form(later, later.Open().Given(cell, before), $"Ipytest.Run(\"\"\"{dash}{arguments} \"\"\");"));

        using var own = new NotebookFolder();
        var notebook = own.Open();
        if (before.Length > 0)
            notebook.Given(cell, before, "Ipytest.Clean();");
        attempt(new Form(own, notebook, $"%%ipytest {arguments}\n{cell}"));
    }

    /// <summary>A cell that runs tests.</summary>
    /// <param name="Folder">The folder of the notebook.</param>
    /// <param name="Notebook">The notebook.</param>
    /// <param name="Code">The cell's text.</param>
    private sealed record Form(NotebookFolder Folder, LiveNotebook Notebook, string Code)
    {
        /// <summary>Runs the cell.</summary>
        public LiveNotebook.Seen Run() => Notebook.Run(Code);
    }
}
