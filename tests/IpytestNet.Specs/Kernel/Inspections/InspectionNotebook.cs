using IpytestNet.Kernel;
using IpytestNet.Kernel.Execution;
using IpytestNet.Kernel.Inspections;
using IpytestNet.Specs.Kernel.Completion;

namespace IpytestNet.Specs.Kernel.Inspections;

/// <summary>A notebook with documented definitions.</summary>
public sealed class InspectionNotebook : IDisposable
{
    private const string Documented =
        """
        /// <summary>Divides <paramref name="dividend"/> by <paramref name="divisor"/>, as <see cref="Math.DivRem(int, int)"/> does.</summary>
        /// <param name="dividend">What is <c>divided</c>; any number &lt; 10.</param>
        /// <param name="divisor">What it is divided by.</param>
        /// <returns>The quotient, or <see langword="null"/>.</returns>
        /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
        /// <remarks>
        ///   <para>See <see href="https://example.org/division">the article</see>. Rules:</para>
        ///   <list type="bullet">
        ///     <item><description>Signs <c>+</c> and <c>-</c> are kept.</description></item>
        ///     <item><term>Rest</term><description>It is dropped.</description></item>
        ///   </list>
        ///   <code>
        ///   var half = Divide(4, 2);
        ///     // 2
        ///   </code>
        /// </remarks>
        int? Divide(int dividend, int divisor) => dividend / divisor;

        /// <summary>Halves.</summary>
        int? Divide(int dividend) => dividend / 2;

        /// <summary>A person.</summary>
        /// <param name="Name">What they are called.</param>
        record Person(string Name)
        {
            /// <summary>How old they are.</summary>
            /// <value>In years.</value>
            public int Age { get; set; }
        }

        /// <summary>The steps:<list type="number"><item>one</item><item>two</item></list>Then rest.</summary>
        class Steps { public void Undocumented<T>(T value, params int[] more) where T : class { } }

        /// <summary>What breaks & is no XML.</summary>
        void Broken() { }

        var people = new List<Person>();
        """;

    public InspectionNotebook()
    {
        if (Notebook.Run(Documented) is CellResult.Failed failed)
            throw new InvalidOperationException(string.Join('\n', failed.Error.Traceback));
    }

    /// <summary>The notebook.</summary>
    public Notebook Notebook { get; } = new(new NotebookOptions { Name = "Notebook.ipynb" });

    /// <summary>Inspects a cell at the sign <c>¦</c>.</summary>
    public Inspection? Inspect(string text)
    {
        var cell = CellWithCursor.Of(text);
        return Notebook.Inspect(cell.Code, cell.Position);
    }

    public void Dispose() => Notebook.Dispose();
}
