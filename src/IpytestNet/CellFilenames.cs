using IpytestNet.Sessions;

namespace IpytestNet;

/// <summary>What cells are called in reports of coverage.</summary>
public static class CellFilenames
{
    /// <summary>Chooses between the names that a person sees and those that the engine uses.</summary>
    /// <param name="enabled">True for <c>In[3]</c>, false for the name of the compiled document. Default true.</param>
    public static void Translate(bool enabled = true) => NotebookSession.Current.Coverage.TranslatesNames = enabled;
}
