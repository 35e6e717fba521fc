using System.Collections;
using System.Diagnostics;
using System.Globalization;
using IpytestNet.Values;
using Xunit;

namespace IpytestNet.Specs.Values;

/// <summary>Code of a value that does not come back, or that depends on where it runs.</summary>
public sealed class HangingValueSpecs
{
    private static readonly AsyncLocal<string?> Flowing = new();

    [Fact]
    public void A_ToString_that_does_not_return_is_told_and_ended_if_it_sleeps()
    {
        using var ended = new ManualResetEventSlim();
        var value = new Value(() =>
        {
            try
            {
                Thread.Sleep(Timeout.Infinite);
            }
            finally
            {
                ended.Set();
            }

            return "never";
        });

        Assert.Equal("<ToString did not return>", Text(value));
        Assert.True(ended.Wait(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_ToString_that_waits_for_a_lock_of_the_caller_is_left_behind()
    {
        var gate = new Lock();
        var value = new Value(() =>
        {
            lock (gate)
                return "mine";
        });

        lock (gate)
            Assert.Equal("<ToString did not return>", Text(value));
        Assert.Equal("mine", Text(value));
    }

    [Fact]
    public void An_enumerator_that_does_not_return_keeps_what_it_gave()
    {
        Assert.Equal("[1, 2, <enumerator did not return>]", Text(new Collection([1, 2])));
    }

    [Fact]
    public void The_message_of_an_exception_may_hang_too()
    {
        Assert.Equal("HangingValueSpecs.HangingException: <Message did not return>", Text(new HangingException()));
        Assert.Equal("AggregateException: <Message did not return>", Text(new AggregateException(new HangingException())));
    }

    [Fact]
    public void Many_values_that_hang_take_one_call_and_leave_the_others_their_text()
    {
        object[] values = [new Value(Hang), new Value(Hang), new Other(), new Value(Hang)];
        var start = Stopwatch.GetTimestamp();

        var text = Text(values);

        Assert.Equal("[<ToString did not return>, <ToString left out: too slow>, other, <ToString left out: too slow>]", text);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void An_object_is_asked_once_for_a_message_that_shows_it_several_times()
    {
        var asked = 0;
        var value = new Value(() => $"{++asked}");
        var hanging = new Value(Hang);

        using (UserCode.Limit(TimeSpan.FromSeconds(5)))
        {
            Assert.Equal(("1", "1"), (Text(value), Text(value)));
            Assert.Equal(("<ToString did not return>", "<ToString did not return>"), (Text(hanging), Text(hanging)));
        }

        Assert.Equal("2", Text(value));
    }

    [Fact]
    public void All_values_of_a_message_have_a_second_together()
    {
        var start = Stopwatch.GetTimestamp();
        using (UserCode.Limit(ValueTextOptions.Assertion.TimeLimit))
        {
            Text(new Value(Hang));
            Text(new HangingException());
            Text(new Collection([]));
            Assert.Equal("<ToString left out: too slow>", Text(new Other()));
            Assert.Equal("[1, 2]", Text(new List<int> { 1, 2 }));
        }

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(5));
        Assert.Equal("other", Text(new Other()));
    }

    [Fact]
    public void Code_of_a_value_sees_the_asynchronous_locals_and_the_invariant_culture()
    {
        Flowing.Value = "flows";
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");

        Assert.Equal("flows 1.5", Text(new Value(() => $"{Flowing.Value} {1.5}")));
        Assert.Equal("de-DE", CultureInfo.CurrentCulture.Name);
    }

    [Fact]
    public void Code_that_writes_other_values_recurses_on_one_thread()
    {
        var depth = 0;
        Value? value = null;
        value = new Value(() => ++depth < 100_000_000 ? Text(value) : "deep");

        Assert.Contains("InsufficientExecutionStackException", Text(value), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(int[]))]
    [InlineData(typeof(List<int>))]
    [InlineData(typeof(Dictionary<string, int>))]
    [InlineData(typeof(HashSet<Other>))]
    [InlineData(typeof((int, string)))]
    [InlineData(typeof(Version))]
    [InlineData(typeof(Uri))]
    [InlineData(typeof(InvalidOperationException))]
    public void Code_of_the_platform_is_called_on_the_thread_of_the_caller(Type type)
    {
        using var limit = UserCode.Limit(TimeSpan.FromSeconds(5));

        Assert.Equal(Environment.CurrentManagedThreadId, UserCode.Call(type, "member", () => Environment.CurrentManagedThreadId));
        Assert.NotEqual(Environment.CurrentManagedThreadId, UserCode.Call(typeof(Other), "member", () => Environment.CurrentManagedThreadId));
    }

    [Fact]
    public void A_notebook_waits_for_its_values_on_their_own_thread()
    {
        Assert.Equal($"{Environment.CurrentManagedThreadId}", ValueText.Of(new Value(() => $"{Environment.CurrentManagedThreadId}")));
    }

    [Fact]
    public void An_interrupt_of_the_caller_is_not_swallowed()
    {
        var thrown = default(Exception);
        var thread = new Thread(() => thrown = Record.Exception(() => Text(new Value(Hang))));
        thread.Start();

        thread.Interrupt();

        Assert.True(thread.Join(TimeSpan.FromSeconds(10)));
        Assert.IsType<ThreadInterruptedException>(thrown);
    }

    [Fact]
    public void An_interrupt_of_the_cell_is_not_swallowed()
    {
        Assert.Throws<CellInterruptedException>(() => Text(new Value(() => throw new CellInterruptedException())));
        Assert.Equal("<ToString threw OperationCanceledException: mine>", Text(new Value(() => throw new OperationCanceledException("mine"))));
    }

    private static string Text(object? value) => ValueText.Of(value, ValueTextOptions.Assertion);

    private static string Hang()
    {
        Thread.Sleep(Timeout.Infinite);
        return "";
    }

    private sealed class Value(Func<string> text)
    {
        public override string ToString() => text();
    }

    private sealed class Other
    {
        public override string ToString() => "other";
    }

    private sealed class HangingException : Exception
    {
        public override string Message => Hang();
    }

    private sealed class Collection(int[] first) : IReadOnlyCollection<int>
    {
        public int Count => 5;

        public IEnumerator<int> GetEnumerator()
        {
            foreach (var item in first)
                yield return item;
            Hang();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
