using System.Text;
using System.Text.Json.Nodes;
using IpytestNet.Kernel.Documents;
using IpytestNet.Kernel.Jupyter.Conversation;
using IpytestNet.Kernel.Messaging;

namespace IpytestNet.Kernel.Jupyter.Output;

/// <summary>
/// Publishes the text that cells write: many small pieces as one message, in their order, after a short time or when there is much.
/// </summary>
internal sealed class OutputStream : IDisposable
{
    private const int Enough = 64 * 1024;

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);

    private readonly Outbox _outbox;
    private readonly object _gate = new();
    private readonly StringBuilder _text = new();
    private Request? _parent;
    private string _name = "";
    private bool _isEnded;

    public OutputStream(Outbox outbox)
    {
        _outbox = outbox;
        using (ExecutionContext.SuppressFlow())
            new Thread(FlushNowAndThen, maxStackSize: 256 * 1024) { IsBackground = true, Name = "jupyter output" }.Start();
    }

    /// <summary>Takes text that a cell wrote.</summary>
    /// <param name="parent">The request that ran the cell.</param>
    /// <param name="name"><c>stdout</c> or <c>stderr</c>.</param>
    /// <param name="text">The text.</param>
    public void Write(Request parent, string name, string text)
    {
        lock (_gate)
        {
            if (_parent != parent || _name != name)
                Send();
            (_parent, _name) = (parent, name);
            _text.Append(text);
            if (_text.Length >= Enough)
                SendWholeCharacters();
            else
                Monitor.Pulse(_gate);
        }
    }

    /// <summary>Publishes something behind all text that came before it.</summary>
    public void PublishBehind(string type, Request parent, JsonObject content)
    {
        lock (_gate)
        {
            Send();
            _outbox.Publish(type, parent, content);
        }
    }

    /// <summary>Publishes what there is.</summary>
    public void Flush()
    {
        lock (_gate)
            Send();
    }

    /// <summary>Ends the thread.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isEnded = true;
            Monitor.Pulse(_gate);
        }
    }

    private void FlushNowAndThen()
    {
        while (true)
        {
            lock (_gate)
            {
                while (_text.Length == 0 && !_isEnded)
                    Monitor.Wait(_gate);
                if (_isEnded)
                    return;
            }

            Thread.Sleep(Soon);
            lock (_gate)
                SendWholeCharacters();
        }
    }

    // Half a character waits for its other half.
    private void SendWholeCharacters() => Send(_text.Length > 0 && char.IsHighSurrogate(_text[^1]) ? _text.Length - 1 : _text.Length);

    private void Send() => Send(_text.Length);

    private void Send(int length)
    {
        if (length == 0)
            return;
        var text = _text.ToString(0, length);
        _text.Remove(0, length);
        _outbox.Publish("stream", _parent, new JsonObject { ["name"] = _name, ["text"] = MultilineText.WholeCharacters(text) });
    }
}
