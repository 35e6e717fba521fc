using IpytestNet.Execution;
using IpytestNet.Plugins;

class Server { public int Port { get; init; } }

/// <summary>A server that lives as long as the run.</summary>
[Fixture(FixtureScope.Session)] Server server() => new() { Port = 8080 };

[Fixture] string Greeting() => "hello";

class Counting : IPlugin
{
    private int _tests;

    public void Handle(RunMessage message) => _tests += message is RunMessage.TestFinished ? 1 : 0;

    public IEnumerable<string> TerminalSummary() => [$"conftest.csx counted {_tests} tests"];
}
