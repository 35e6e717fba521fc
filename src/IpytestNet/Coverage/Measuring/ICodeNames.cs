using IpytestNet.Coverage.Instrumentation;

namespace IpytestNet.Coverage.Measuring;

/// <summary>What is known of cells and files beside their probes.</summary>
internal interface ICodeNames
{
    /// <summary>The name in reports.</summary>
    /// <param name="path">The name of the cell or the full path of the file.</param>
    string Of(string path);

    /// <summary>Whether a function or type of a cell, which is no test, is still what its name stands for.</summary>
    bool IsInUse(string cell);

    /// <summary>What is to be said of a cell, or null.</summary>
    string? NoteOf(string cell, CodeMap map);
}
