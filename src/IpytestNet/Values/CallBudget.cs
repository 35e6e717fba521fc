using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace IpytestNet.Values;

/// <summary>The time that code of values has for one message, all calls together.</summary>
/// <param name="total">The time.</param>
internal sealed class CallBudget(TimeSpan total) : IDisposable
{
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(0.5);

    private readonly HashSet<(Type Type, string Member)> _slow = [];
    private readonly Dictionary<object, Func<string?>> _texts = new(ReferenceEqualityComparer.Instance);
    private CallThread? _thread;
    private TimeSpan _left = total;

    /// <summary>Calls code of a value; what it throws is thrown.</summary>
    /// <param name="type">The type whose code it is; if it does not return, it is called for no other value of the type.</param>
    /// <param name="member">The name of the member.</param>
    /// <param name="code">The call.</param>
    /// <exception cref="NotReturnedException">It took too long, or did so before.</exception>
    public T Call<T>(Type type, string member, Func<T> code)
    {
        if (_left <= TimeSpan.Zero || _slow.Contains((type, member)))
            throw new NotReturnedException(wasCalled: false);
        var result = default(T);
        var thrown = default(ExceptionDispatchInfo);
        var start = Stopwatch.GetTimestamp();
        _thread ??= new CallThread();
        var hasEnded = _thread.TryCall(Run, _left < LongestCall ? _left : LongestCall);
        _left -= Stopwatch.GetElapsedTime(start);
        if (!hasEnded)
        {
            _thread = null;
            _slow.Add((type, member));
            throw new NotReturnedException(wasCalled: true);
        }

        thrown?.Throw();
        return result!;

        void Run()
        {
            try
            {
                result = code();
            }
            catch (Exception e)
            {
                thrown = ExceptionDispatchInfo.Capture(e);
            }
        }
    }

    /// <summary>Calls what gives an object's text, once for an object that is shown several times.</summary>
    /// <inheritdoc cref="Call"/>
    public string? Text(object owner, string member, Func<string?> code)
    {
        if (!_texts.TryGetValue(owner, out var text))
            _texts.Add(owner, text = Ask(owner.GetType(), member, code));
        return text();
    }

    private Func<string?> Ask(Type type, string member, Func<string?> code)
    {
        try
        {
            var text = Call(type, member, code);
            return () => text;
        }
        catch (Exception e) when (!UserCode.IsStopped(e))
        {
            var thrown = ExceptionDispatchInfo.Capture(e);
            return () =>
            {
                thrown.Throw();
                return null;
            };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _thread?.Dispose();
}
