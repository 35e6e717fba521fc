using IpytestNet.Kernel.Transport;
using Xunit;

namespace IpytestNet.Specs.Kernel.Transport;

/// <summary>Cells write from threads that are interrupted at any time.</summary>
public sealed class InterruptedSenderSpecs
{
    private const int Count = 1000;

    [Fact]
    public void What_an_interrupted_thread_publishes_reaches_every_subscriber_and_the_interrupt_comes_after_it()
    {
        using var live = new LiveSockets();
        using var one = ZmtpClient.Sub(live.Address.IoPub, "cell");
        using var two = ZmtpClient.Sub(live.Address.IoPub, "cell");
        // With so much to compare, a thread that publishes holds the lock for a while.
        using var choosy = ZmtpClient.Sub(live.Address.IoPub);
        choosy.Write([.. Enumerable.Range(0, 8000).SelectMany(i => Wire.Message($"\x01topic {i}"))]);
        choosy.PingPong();
        using var end = new CancellationTokenSource();
        var rival = new Thread(() => Crowd(live, end.Token));
        var cell = new InterruptedThread(() => PublishAll(live));
        rival.Start();

        var isInterrupted = cell.Run();

        end.Cancel();
        rival.Join();
        Assert.True(isInterrupted);
        Assert.All(Enumerable.Range(0, Count), i => Assert.Equal(["cell", $"{i}"], one.Receive()));
        Assert.All(Enumerable.Range(0, Count), i => Assert.Equal(["cell", $"{i}"], two.Receive()));
    }

    [Fact]
    public void A_lock_is_waited_for_through_an_interrupt()
    {
        var gate = new object();
        var hasEntered = false;
        Exception? exception = null;
        var thread = new Thread(() => exception = Record.Exception(() =>
        {
            using (UninterruptedLock.Enter(gate))
                hasEntered = true;
            Thread.Sleep(LiveSockets.Patience);
        }));

        lock (gate)
        {
            thread.Start();
            Assert.True(SpinWait.SpinUntil(() => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin), LiveSockets.Patience));
            thread.Interrupt();
        }

        thread.Join();
        Assert.True(hasEntered);
        Assert.IsType<ThreadInterruptedException>(exception);
    }

    /// <summary>Makes others wait for the locks.</summary>
    private static void Crowd(LiveSockets live, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
            live.Publish("nobody wants this");
    }

    private static void PublishAll(LiveSockets live)
    {
        for (var i = 0; i < Count; i++)
            live.Publish("cell", $"{i}");
    }

    /// <summary>A thread that is interrupted again and again until its work is done.</summary>
    private sealed class InterruptedThread(Action work)
    {
        private volatile bool _isInterrupted;
        private volatile bool _isDone;

        /// <summary>Runs the work.</summary>
        /// <returns>Whether the thread was still interrupted when it was done; an exception of the work is thrown here.</returns>
        public bool Run()
        {
            Exception? exception = null;
            var isInterrupted = false;
            var thread = new Thread(() =>
            {
                while (!_isInterrupted)
                    Thread.SpinWait(10);
                exception = Record.Exception(work);
                _isDone = true;
                isInterrupted = Record.Exception(() => Thread.Sleep(LiveSockets.Patience)) is ThreadInterruptedException;
            });
            thread.Start();
            while (!_isDone)
            {
                thread.Interrupt();
                _isInterrupted = true;
                Thread.Yield();
            }

            thread.Join();
            return exception is null ? isInterrupted : throw new InvalidOperationException("An interrupt came through.", exception);
        }
    }
}
