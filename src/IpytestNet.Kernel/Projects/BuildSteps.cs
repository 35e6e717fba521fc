using System.Xml;
using System.Xml.Linq;

namespace IpytestNet.Kernel.Projects;

/// <summary>What a build does beside compiling, which can make a project compile that else does not.</summary>
internal static class BuildSteps
{
    /// <summary>Why a build may succeed where the compiler alone did not, as the end of a sentence; null if the errors are those of the code.</summary>
    public static string? Of(ProjectSources sources) => sources.IsIncomplete ? "sources of it are made when it is built"
        : sources.Description.Imports.Any(HasSteps) ? "its build has steps of its own"
        : null;

    private static bool HasSteps(string file)
    {
        try
        {
            return XDocument.Load(file).Descendants().Any(element => element.Name.LocalName is "Target" or "PreBuildEvent");
        }
        catch (Exception problem) when (problem is XmlException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
