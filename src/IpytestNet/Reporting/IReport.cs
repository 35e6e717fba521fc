using IpytestNet.Execution;

namespace IpytestNet.Reporting;

/// <summary>What hears the messages of a run: the terminal report, and plugins given to <c>Ipytest.Run</c>.</summary>
public interface IReport
{
    /// <summary>Takes one message, in the order in which things happen.</summary>
    void Handle(RunMessage message);
}
