using IpytestNet.Execution;

namespace IpytestNet.Fixtures;

/// <summary>The fixtures of tests that run one after the other: sets up what a test needs, and tears down what the next one does not.</summary>
internal sealed class FixtureSetup(CancellationToken cancellationToken) : ITestSurroundings
{
    // In the order of their setup, so that they are torn down from the end.
    private readonly List<FixtureInstance> _instances = [];

    // What tests themselves have asked to be done after them.
    private FixtureInstance? _ofTest;

    /// <inheritdoc/>
    public bool Concern(TestCase test) => test.Needs is not null;

    /// <inheritdoc/>
    public async ValueTask<Failure?> SetUpAsync(TestCase test)
    {
        if (test.Needs is not FixtureNeeds needs)
            return null;
        if (needs.Defect is not null)
            return needs.Defect;
        foreach (var fixture in needs.Closure)
        {
            if (await ReadyAsync(test, needs, fixture) is { Error: { } error })
                return FailureOf(fixture, error, "setting up");
        }

        foreach (var argument in needs.Arguments)
        {
            if (Mismatch(needs, argument, test) is { } mismatch)
                return mismatch;
        }

        return null;
    }

    /// <inheritdoc/>
    public void Enter(TestCase test)
    {
        if (test.Needs is FixtureNeeds { Arguments: { Count: > 0 } arguments } needs)
            FixtureArguments.Current = [.. arguments.Select(argument => ValueOf(needs, argument, test))];
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Failure>> TearDownAsync(TestCase test, TestCase? next) => TearDownAsync(instance => instance.Definition.Scope switch
    {
        FixtureScope.Session => next is null,
        FixtureScope.Module => next is null || next.Module != instance.Module,
        _ => true,
    });

    /// <summary>Adds something to be done when a fixture is torn down, or after the test that runs.</summary>
    internal void Finally(FixtureInstance? asker, Func<ValueTask> finalizer)
    {
        if (asker is null && (_ofTest is null || !_instances.Contains(_ofTest)))
            _instances.Add(_ofTest = new FixtureInstance(BuiltInFixtures.Request, -1, ""));
        (asker ?? _ofTest!).Finally(finalizer);
    }

    /// <summary>Gives the instance of a fixture for a test, made if it is not there.</summary>
    internal async ValueTask<FixtureInstance> ReadyAsync(TestCase test, FixtureNeeds needs, FixtureDefinition fixture)
    {
        var param = needs.Params.GetValueOrDefault(fixture, -1);
        var known = _instances.Find(instance => instance.Definition.Equals(fixture));
        if (known is not null && known.Param == param)
            return known;
        if (known is not null)
            await TearDownAsync(instance => instance == known || DependsOn(instance, known));

        var made = new FixtureInstance(fixture, param, test.Module);
        try
        {
            var arguments = new object?[fixture.Parameters.Count];
            for (var i = 0; i < arguments.Length; i++)
                arguments[i] = await ArgumentAsync(test, needs, made, fixture.Parameters[i]);
            // It stands behind all that it uses.
            _instances.Add(made);
            var value = await fixture.MakeAsync(arguments);
            made.Value = value.Value;
            if (value.Finish is not null)
                made.Finally(value.Finish);
        }
        catch (Exception exception)
        {
            made.Error = exception;
            if (!_instances.Contains(made))
                _instances.Add(made);
        }

        return made;
    }

    private async ValueTask<object?> ArgumentAsync(TestCase test, FixtureNeeds needs, FixtureInstance asker, FixtureParameter parameter)
    {
        var fixture = asker.Definition;
        if (parameter.Name == FixtureName.Param && fixture.Params is not null)
            return FixtureConversion.Param(fixture.Params[asker.Param], parameter, fixture);
        if (needs.Table.Find(parameter.Key, fixture) is not { } needed)
            return Fitting(new FixtureRequest(this, test, needs, asker, cancellationToken), BuiltInFixtures.Request, parameter, fixture);
        var used = await ReadyAsync(test, needs, needed);
        asker.Uses.Add(used);
        return used.Error is { } error ? throw error : Fitting(used.Value, needed, parameter, fixture);
    }

    private static object? Fitting(object? value, FixtureDefinition given, FixtureParameter parameter, FixtureDefinition asker) =>
        FixtureConversion.Fits(value, parameter.Type)
            ? value
            : throw new FixtureException(FixtureProblem.Type(given, parameter, $"the fixture '{asker.Name}'", asker.File, asker.Line, FixtureConversion.Describe(value)));

    private Failure? Mismatch(FixtureNeeds needs, FixtureParameter argument, TestCase test)
    {
        var value = ValueOf(needs, argument, test);
        return FixtureConversion.Fits(value, argument.Type)
            ? null
            : FixtureProblem.Type(needs.Table.Find(argument.Key) ?? BuiltInFixtures.Request, argument, test.Name, test.SourceFile, test.SourceLine, FixtureConversion.Describe(value));
    }

    private object? ValueOf(FixtureNeeds needs, FixtureParameter argument, TestCase test) => needs.Table.Find(argument.Key) is { } fixture
        ? _instances.Find(instance => instance.Definition.Equals(fixture))!.Value
        : new FixtureRequest(this, test, needs, asker: null, cancellationToken);

    private async ValueTask<IReadOnlyList<Failure>> TearDownAsync(Predicate<FixtureInstance> isDone)
    {
        var failures = new List<Failure>();
        for (var i = _instances.Count - 1; i >= 0; i--)
        {
            var instance = _instances[i];
            if (!isDone(instance))
                continue;
            _instances.RemoveAt(i);
            foreach (var error in await instance.FinishAsync())
                failures.Add(FailureOf(instance.Definition, error, "tearing down"));
        }

        return failures;
    }

    private static bool DependsOn(FixtureInstance instance, FixtureInstance other) =>
        instance.Uses.Any(used => used == other || DependsOn(used, other));

    private static Failure FailureOf(FixtureDefinition fixture, Exception error, string when)
    {
        if (error is FixtureException { Failure: var known })
            return known;
        var failure = FailureReader.Read(error);
        var place = fixture.File is null ? "" : $" of {fixture.Place}";
        var first = failure.Exceptions[0];
        var note = $"  while {when} the fixture '{fixture.Name}'{place}";
        if (fixture.File is not null && failure.Exceptions.All(exception => exception.Frames.Count == 0))
            first = first with { Frames = [new SourceFrame(fixture.File, fixture.Line, fixture.Name)] };
        return new Failure([first with { Note = first.Note is null ? note : $"{first.Note}\n{note}" }, .. failure.Exceptions.Skip(1)])
        {
            SkipReason = DynamicSkip.ReasonOf(error),
        };
    }
}
