using System.Reflection;
using IpytestNet.Assertions;
using IpytestNet.Assertions.Conditions;
using IpytestNet.Execution;
using Xunit;

namespace IpytestNet.Specs.Execution;

public sealed class FailureReaderSpecs
{
    public static TheoryData<Func<Exception, Exception>, int> Wrappers => new()
    {
        { thrown => thrown, 0 },
        { thrown => new AggregateException(thrown), 1 },
        { thrown => new AggregateException(new AggregateException(thrown), new IOException("another")), 2 },
        { thrown => new TargetInvocationException(thrown), 1 },
        { thrown => new TypeInitializationException("Settings", thrown), 1 },
        { thrown => new InvalidOperationException("outer", Caught(new IOException("middle", thrown))), 2 },
    };

    [Theory]
    [MemberData(nameof(Wrappers))]
    public void What_was_evaluated_of_a_condition_is_read_with_its_exception(Func<Exception, Exception> wrap, int place)
    {
        var thrown = Noted();
        var note = ConditionNote.Of(thrown);

        var failure = FailureReader.Read(wrap(thrown));

        Assert.Equal(
            [.. Enumerable.Repeat<string?>(null, place), note],
            failure.Exceptions.Select(exception => exception.Note));
        Assert.StartsWith("while evaluating: ", note, StringComparison.Ordinal);
        Assert.Contains($"Object reference not set to an instance of an object.\n{note}\n", failure.Exceptions[place].NativeTrace, StringComparison.Ordinal);
        Assert.DoesNotContain("while evaluating", failure.Exceptions[place].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_is_found_by_the_text_of_its_exception_while_the_test_runs()
    {
        var kept = NotedExceptions.Begin();
        var exception = Noted();

        var note = NotedExceptions.NoteOf(exception.GetType().FullName, exception.StackTrace);
        var ofAnother = NotedExceptions.NoteOf(exception.GetType().FullName, "   at Elsewhere()");
        kept.Clear();

        Assert.NotNull(note);
        Assert.Equal(ConditionNote.Of(exception), note);
        Assert.Null(ofAnother);
        Assert.Null(NotedExceptions.NoteOf(exception.GetType().FullName, exception.StackTrace));
    }

    [Fact]
    public void An_interrupt_gets_no_note()
    {
        var interrupt = new CellInterruptedException();

        Failed.Note(interrupt, Site(), 0, []);

        Assert.Null(ConditionNote.Of(interrupt));
    }

    [Fact]
    public void A_failed_assertion_is_one_also_where_it_is_the_cause()
    {
        var failure = FailureReader.Read(new AggregateException(Failed.Assertion("x == 1")));

        Assert.Equal([false, true], failure.Exceptions.Select(exception => exception.IsAssertion));
    }

    private static Exception Caught(Exception exception) => Record.Exception((Action)(() => throw exception))!;

    private static Exception Noted()
    {
        string? s = null;
        try
        {
            return new InvalidOperationException($"{s!.Length}");
        }
        catch (Exception e) when (Failed.Note(e, Site(), 1, [s]))
        {
            throw;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private static int Site() => AssertionSite.Add(new AssertionSite(
        "s.Length == 1", "Assert(s.Length == 1)", new Part.Comparison("s.Length == 1", "==", new Part.Value("s.Length", [new Part.Value("s", []) { Slot = 0 }]), new Part.Constant("1", 1))));
}
