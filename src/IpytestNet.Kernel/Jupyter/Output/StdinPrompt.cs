using System.Text.Json.Nodes;
using IpytestNet.Kernel.Jupyter.Conversation;
using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Output;

/// <summary>Asks the client that runs a cell for a line of input, and waits for its answer.</summary>
/// <param name="outbox">Where the question goes.</param>
/// <param name="stream">The output that has to be seen before the question.</param>
internal sealed class StdinPrompt(Outbox outbox, OutputStream stream)
{
    private readonly Lock _oneAtATime = new();
    private Question? _open;

    /// <summary>Asks for a line.</summary>
    /// <param name="cell">The request that runs the cell.</param>
    /// <param name="prompt">What is shown before it.</param>
    /// <param name="interruption">Ends the wait.</param>
    /// <returns>The line without its end.</returns>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public string Ask(Request cell, string prompt, CancellationToken interruption)
    {
        lock (_oneAtATime)
        {
            using var question = new Question(cell);
            Volatile.Write(ref _open, question);
            try
            {
                stream.Flush();
                outbox.Ask(cell, "input_request", new JsonObject { ["prompt"] = prompt, ["password"] = false });
                return question.Wait(interruption);
            }
            finally
            {
                Volatile.Write(ref _open, null);
            }
        }
    }

    /// <summary>Takes an <c>input_reply</c>; one that nobody waits for is dropped.</summary>
    public void Answer(Request reply)
    {
        if (Volatile.Read(ref _open) is { } question && question.IsFor(reply))
            question.Answer(reply.OptionalText("value") ?? "");
    }

    private sealed class Question(Request cell) : IDisposable
    {
        private readonly ManualResetEventSlim _answered = new();
        private string _line = "";

        public string Wait(CancellationToken interruption)
        {
            _answered.Wait(interruption);
            return _line;
        }

        public bool IsFor(Request reply) => reply.Client == cell.Client;

        public void Answer(string line)
        {
            _line = line;
            _answered.Set();
        }

        public void Dispose() => _answered.Dispose();
    }
}
