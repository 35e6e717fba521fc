using System.Text;

namespace IpytestNet.Frameworks.Doctest;

/// <summary>A console that gives what an example prints to that example, and passes on all else.</summary>
internal sealed class ExampleOutput : TextWriter
{
    private static readonly AsyncLocal<StringBuilder?> Ambient = new();
    private static readonly object Gate = new();
    private static TextWriter? _installed;
    private static TextWriter _before = Null;
    private static int _users;

    private readonly TextWriter _others;

    private ExampleOutput(TextWriter others) => _others = others;

    /// <inheritdoc/>
    public override Encoding Encoding => _others.Encoding;

    /// <summary>Installs the console for a run of examples; several runs may do so at once.</summary>
    public static IDisposable Install()
    {
        lock (Gate)
        {
            if (_users++ == 0 || !ReferenceEquals(Console.Out, _installed))
            {
                _before = Console.Out;
                _installed = Synchronized(new ExampleOutput(_before));
                Console.SetOut(_installed);
            }
        }

        return new Installation();
    }

    /// <summary>Takes what the caller, and all that it starts, prints from here on.</summary>
    public static StringBuilder Begin() => Ambient.Value = new StringBuilder();

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + "\n");

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (Ambient.Value is { } printed)
        {
            lock (printed)
                printed.Append(buffer);
        }
        else
        {
            _others.Write(buffer);
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        if (Ambient.Value is null)
            _others.Flush();
    }

    private sealed class Installation : IDisposable
    {
        public void Dispose()
        {
            lock (Gate)
            {
                // A run that was left behind may end long after the console has gone back to others.
                if (--_users == 0 && ReferenceEquals(Console.Out, _installed))
                    Console.SetOut(_before);
            }
        }
    }
}
