using IpytestNet.Kernel;
using IpytestNet.Kernel.Execution;

namespace IpytestNet.Specs.Kernel.Completion;

/// <summary>A notebook with some cells behind it, to write the next one in.</summary>
public sealed class CompletionNotebook : IDisposable
{
    private static readonly string[] Cells =
    [
        "var list = new List<string> { \"a\" }; var number = 1; string? maybe = null; int? count = 3;",
        """
        /// <summary>A shade.</summary>
        enum Shade { Dark, Light }
        record Person(string Name, int Age) { public Shade Shade { get; set; } public Person? Parent { get; init; } }
        class Account { public string Owner { get; set; } = ""; private int secret; public static Account Empty = new(); public int Total() => secret; internal void Close() { } }
        class Slow : Attribute { }
        static string Shout(this string text) => text.ToUpper();
        """,
        "var person = new Person(\"Ann\", 3); var pairs = new Dictionary<string, Person>(); var @class = 1;",
        "int Add(int first, int second) => first + second; int Add(int first) => first; async Task<Person> Load() { await Task.Yield(); return person; }",
        "var number = \"shadowed\"; var pair = (Left: 1, Right: \"b\");",
    ];

    public CompletionNotebook()
    {
        foreach (var cell in Cells)
        {
            if (Notebook.Run(cell) is CellResult.Failed failed)
                throw new InvalidOperationException(string.Join('\n', failed.Error.Traceback));
        }
    }

    /// <summary>The notebook.</summary>
    public Notebook Notebook { get; } = new(new NotebookOptions { Name = "Notebook.ipynb" });

    public void Dispose() => Notebook.Dispose();
}
