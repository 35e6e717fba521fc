using IpytestNet.Execution;

namespace IpytestNet.Reporting;

/// <summary>Turns the messages of a run into something to read.</summary>
internal interface IReport
{
    /// <summary>Takes one message, in the order in which things happen.</summary>
    void Handle(RunMessage message);
}
