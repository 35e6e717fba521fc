using IpytestNet.Kernel.Execution;
using Xunit;

namespace IpytestNet.Specs.Kernel;

/// <summary>Values of cells whose code does not come back when a message asks them for their text.</summary>
public sealed class HangingValueSpecs
{
    [Fact]
    public void A_loop_without_an_end_is_stopped_soon_after_it_was_left_behind()
    {
        using var notebook = new LiveNotebook().Given("class Bad { public static long Count; public override string ToString() { while (true) Count++; } } var bad = new Bad();");

        var seen = notebook.Run("Assert(bad == null);");
        var isStill = notebook.Run("""
            var before = -1L;
            var waited = System.Diagnostics.Stopwatch.StartNew();
            while (before != Bad.Count && waited.Elapsed.TotalSeconds < 20) { before = Bad.Count; Thread.Sleep(50); }
            before == Bad.Count
            """);

        Assert.Contains("bad = <ToString did not return>", seen.ErrorShown, StringComparison.Ordinal);
        Assert.Equal("true", isStill.Value);
    }

    [Fact]
    public void A_recursion_without_an_end_is_told()
    {
        using var notebook = new LiveNotebook().Given("class Bad { public override string ToString() => $\"{this}\"; } var bad = new Bad();");

        var seen = notebook.Run("Assert(bad == null);");

        // A machine that has much else to do may not come to its end in time.
        Assert.Matches("bad = <ToString (threw InsufficientExecutionStackException: |did not return>)", seen.ErrorShown);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }

    [Fact]
    public void A_lock_that_the_assertion_holds_does_not_hang_it()
    {
        using var notebook = new LiveNotebook().Given(
            "class Account { public object Gate = new(); public override string ToString() { lock (Gate) return \"account\"; } } var account = new Account();");

        var within = notebook.Run("lock (account.Gate) { Assert(account == null); }");
        var outside = notebook.Run("Assert(account == null);");

        Assert.Contains("account = <ToString did not return>", within.ErrorShown, StringComparison.Ordinal);
        Assert.Contains("account = account", outside.ErrorShown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("Thread.Sleep(-1);")]
    public void An_interrupt_ends_the_cell_while_a_message_waits(string code)
    {
        using var notebook = new LiveNotebook().Given($"class Bad {{ public override string ToString() {{ Console.WriteLine(\"asked\"); {code} return null; }} }}");

        var seen = notebook.RunAndInterruptAfter("asked", "while (true) { try { Assert(new Bad() == null); } catch (Xunit.Sdk.XunitException) { } }");

        Assert.IsType<CellResult.Interrupted>(seen.Outcome);
        Assert.Equal("2", notebook.Run("1 + 1").Value);
    }

    [Fact]
    public void Collections_and_exceptions_that_hang_are_compared_as_far_as_that_goes()
    {
        using var notebook = new LiveNotebook().Given("""
            class Bag : IReadOnlyCollection<int>
            {
                public int Count => 2;
                public IEnumerator<int> GetEnumerator() { yield return 1; while (true) { } }
                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }
            class Silent : Exception { public override string Message { get { Thread.Sleep(-1); return ""; } } }
            var bag = new Bag(); var other = new Bag(); Exception one = new Silent(), two = new Silent();
            """);

        var bags = notebook.Run("Assert(bag == other);");
        var exceptions = notebook.Run("Assert(one == two);");

        Assert.Contains("bag = [", bags.ErrorShown, StringComparison.Ordinal);
        Assert.Contains("<enumerator left out: too slow>", bags.ErrorShown, StringComparison.Ordinal);
        Assert.Contains("one = Silent: <Message ", exceptions.ErrorShown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_value_prints_goes_to_its_cell()
    {
        using var notebook = new LiveNotebook().Given("class Loud { public override string ToString() { Console.Write(\"heard\"); return \"loud\"; } } var loud = new Loud();");

        var seen = notebook.Run("Assert(loud == null);");

        Assert.Equal("heard", seen.Text);
    }
}
