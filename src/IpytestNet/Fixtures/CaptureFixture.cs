using IpytestNet.Execution;

namespace IpytestNet.Fixtures;

/// <summary>What the fixture <c>capsys</c> gives: the console output of the test so far, as pytest's <c>capsys</c>.</summary>
public sealed class CaptureFixture
{
    private readonly OutputCapture? _capture = OutputCapture.Current;

    internal CaptureFixture()
    {
    }

    /// <summary>Takes what was written since the test began, or since the last call; it does not appear in the report any more.</summary>
    public (string Out, string Err) ReadOutErr() => _capture?.Take() ?? ("", "");
}
