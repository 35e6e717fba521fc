using System.Diagnostics;
using System.Text.Json.Nodes;

namespace IpytestNet.Jupyter.Tests.Clients;

/// <summary>A kernel that runs, as Jupyter's client library sees it.</summary>
internal sealed class LiveKernel : IDisposable
{
    /// <summary>The name of the first client.</summary>
    private const string Main = "main";

    private const int SecondsToWait = 60;

    private readonly PythonClient _python;

    /// <param name="installed">The installed kernel.</param>
    /// <param name="environment">More environment variables for the kernel.</param>
    /// <param name="transport"><c>tcp</c> or <c>ipc</c>.</param>
    public LiveKernel(InstalledKernel installed, IReadOnlyDictionary<string, string>? environment = null, string transport = "tcp")
    {
        Folder = Directory.CreateDirectory(Path.Combine(installed.Folder, $"notebook-{Guid.NewGuid():N}")).FullName;
        _python = new PythonClient(installed.Environment);
        var started = Do("start", new JsonObject
        {
            ["kernel"] = "csharp-ipytest",
            ["cwd"] = Folder,
            ["env"] = new JsonObject((environment ?? new Dictionary<string, string>(StringComparer.Ordinal)).Select(variable => KeyValuePair.Create(variable.Key, (JsonNode?)variable.Value))),
            ["transport"] = transport,
        });
        ProcessId = started!["pid"]!.GetValue<int>();
    }

    /// <summary>The folder of the notebook.</summary>
    public string Folder { get; }

    /// <summary>The process of the kernel.</summary>
    public int ProcessId { get; private set; }

    /// <summary>Whether the process of the kernel runs.</summary>
    public bool IsAlive => Do("alive")!.GetValue<bool>();

    /// <summary>Connects another client.</summary>
    public void Connect(string client) => Do("connect", new JsonObject { ["client"] = client });

    /// <summary>Runs a cell and waits for its end.</summary>
    public Answer Run(string code, JsonObject? more = null, string client = Main) => Ask("execute_request", Cell(code, more), client: client);

    /// <summary>Runs cells that must succeed.</summary>
    public LiveKernel Given(params string[] cells)
    {
        foreach (var cell in cells)
        {
            var answer = Run(cell);
            if (answer.Status is not "ok")
                throw new InvalidOperationException($"The cell should succeed:\n{cell}\n{answer.Error}");
        }

        return this;
    }

    /// <summary>Sends a request and waits for its end.</summary>
    public Answer Ask(string type, JsonObject? content = null, string channel = "shell", string client = Main, bool hasReply = true) =>
        Await(Send(type, content, channel, client), channel, client, hasReply);

    /// <summary>Sends a request.</summary>
    /// <returns>The id of the message.</returns>
    public string Send(string type, JsonObject? content = null, string channel = "shell", string client = Main) =>
        Do("send", new JsonObject { ["client"] = client, ["channel"] = channel, ["type"] = type, ["content"] = content ?? [] })!.GetValue<string>();

    /// <summary>Sends a cell.</summary>
    public string SendCell(string code, JsonObject? more = null, string client = Main) => Send("execute_request", Cell(code, more), client: client);

    /// <summary>Waits for the end of a request.</summary>
    public Answer Await(string id, string channel = "shell", string client = Main, bool hasReply = true) => Answer.Of(Do("collect", new JsonObject
    {
        ["client"] = client,
        ["channel"] = channel,
        ["id"] = id,
        ["timeout"] = SecondsToWait,
        ["reply"] = hasReply,
    })!);

    /// <summary>The next replies on a channel, whatever they answer.</summary>
    public IReadOnlyList<Message> Replies(int count, string client = Main) =>
        [.. ((JsonArray)Do("replies", new JsonObject { ["client"] = client, ["channel"] = "shell", ["count"] = count, ["timeout"] = SecondsToWait })!).Select(message => Message.Of(message!))];

    /// <summary>What comes on iopub within some seconds.</summary>
    public IReadOnlyList<Message> Published(double seconds, string client = Main) =>
        [.. ((JsonArray)Do("published", new JsonObject { ["client"] = client, ["seconds"] = seconds })!).Select(message => Message.Of(message!))];

    /// <summary>Waits until text has come on a stream, whichever cell wrote it.</summary>
    /// <returns>All text of the stream since the call.</returns>
    public string WaitForOutput(string text, string stream = "stdout")
    {
        var seen = "";
        var start = Stopwatch.GetTimestamp();
        while (!seen.Contains(text, StringComparison.Ordinal))
        {
            if (Stopwatch.GetElapsedTime(start).TotalSeconds > SecondsToWait)
                throw new TimeoutException($"Expected «{text}» on {stream}, but got «{seen}».");
            seen += string.Concat(Published(0.05).Where(message => message.Type is "stream" && message["name"] == stream).Select(message => message["text"]));
        }

        return seen;
    }

    /// <summary>Waits until the kernel asks for input.</summary>
    public Message Question(string client = Main) => Message.Of(Do("question", new JsonObject { ["client"] = client, ["timeout"] = SecondsToWait })!);

    /// <summary>Answers a question for input.</summary>
    public void Reply(string value, string client = Main) => Do("answer", new JsonObject { ["client"] = client, ["value"] = value });

    /// <summary>Sends messages that are no messages or not signed rightly, and a cell that is, twice.</summary>
    /// <returns>The types of the answers.</returns>
    public IEnumerable<string> Forge(string code) => ((JsonArray)Do("forge", new JsonObject { ["code"] = code, ["seconds"] = 2 })!).Select(type => type!.ToString());

    /// <summary>Interrupts the kernel as Jupyter's stop button does.</summary>
    public void Interrupt() => Do("interrupt");

    /// <summary>Restarts the kernel.</summary>
    public void Restart() => ProcessId = Do("restart")!["pid"]!.GetValue<int>();

    /// <summary>Shuts the kernel down.</summary>
    /// <returns>How many seconds it took.</returns>
    public double Shutdown() => Do("shutdown")!["seconds"]!.GetValue<double>();

    /// <summary>Kills the program that has started the kernel.</summary>
    public void KillClient() => _python.Kill();

    /// <inheritdoc/>
    public void Dispose() => _python.Dispose();

    private static JsonObject Cell(string code, JsonObject? more)
    {
        var content = new JsonObject
        {
            ["code"] = code,
            ["silent"] = false,
            ["store_history"] = true,
            ["user_expressions"] = new JsonObject(),
            ["allow_stdin"] = false,
            ["stop_on_error"] = true,
        };
        foreach (var (name, value) in more ?? [])
            content[name] = value?.DeepClone();
        return content;
    }

    private JsonNode? Do(string operation, JsonObject? arguments = null) => _python.Do(operation, arguments);
}
