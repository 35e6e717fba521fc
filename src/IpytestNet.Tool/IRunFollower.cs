using IpytestNet.Kernel;
using IpytestNet.Plugins;

namespace IpytestNet.Tool;

/// <summary>Hears how the notebooks of a command fare.</summary>
internal interface IRunFollower
{
    /// <summary>Makes the plugins that take part in the runs of a notebook for it.</summary>
    IEnumerable<IPlugin> PluginsFor(NotebookTarget.Found target);

    /// <summary>A notebook begins; no cell has run yet.</summary>
    void Begin(NotebookTarget.Found target, Notebook notebook);

    /// <summary>A cell of the notebook begins.</summary>
    /// <param name="place">The cell, such as <c>In[3]</c>.</param>
    void BeginCell(string place)
    {
    }

    /// <summary>A notebook has ended, or did not start.</summary>
    void End(NotebookTarget target, NotebookOutcome outcome);

    /// <summary>All have ended, and the reports are written.</summary>
    /// <param name="screen">Where it may say something.</param>
    /// <param name="elapsed">How long all took.</param>
    void Finish(RunScreen screen, TimeSpan elapsed);
}
