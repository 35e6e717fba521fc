using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IpytestNet.Tool.Export;

/// <summary>Writes the statements that make the fixtures of one test.</summary>
/// <param name="fixtures">The fixtures that the notebook has when the test runs, the earlier first.</param>
/// <param name="testName">The name of the test.</param>
/// <param name="names">The names that the test uses.</param>
/// <param name="stateClass">The class of the fixtures.</param>
internal sealed class FixtureSetup(IReadOnlyList<Fixture> fixtures, string testName, IReadOnlySet<string> names, string stateClass)
{
    private readonly Dictionary<Fixture, string?> _made = [];
    private readonly HashSet<string> _builtIn = new(StringComparer.Ordinal);
    private Dictionary<string, IParameterSymbol> _direct = [];

    /// <summary>The statements.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Whether one of them waits.</summary>
    public bool Awaits { get; private set; }

    /// <summary>The parametrised fixtures, each with the parameter that the test gets for it.</summary>
    public List<(Fixture Fixture, string Type, string Name)> Params { get; } = [];

    /// <summary>What is wrong, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Makes what parameters of the test ask for, and what every test uses.</summary>
    /// <param name="parameters">The parameters that fixtures fill.</param>
    public void Make(IReadOnlyList<IParameterSymbol> parameters)
    {
        _direct = parameters.DistinctBy(parameter => Key(parameter.Name)).ToDictionary(parameter => Key(parameter.Name), StringComparer.Ordinal);
        var newest = fixtures.GroupBy(fixture => fixture.Key, StringComparer.Ordinal).Select(same => same.Last());
        foreach (var fixture in newest.Where(fixture => fixture.IsAutoUsed).OrderByDescending(fixture => fixture.Scope))
            Value(fixture);
        foreach (var parameter in parameters.OrderByDescending(parameter => Find(Key(parameter.Name), asker: null)?.Scope ?? 0))
            ValueFor(parameter, asker: null);
    }

    /// <summary>The name under which a fixture is looked up: the case of the first letter does not count.</summary>
    public static string Key(string name) => name.Length is 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private Fixture? Find(string key, Fixture? asker)
    {
        var same = fixtures.Where(fixture => fixture.Key == key).ToList();
        return asker?.Key == key ? same.TakeWhile(fixture => fixture != asker).LastOrDefault() : same.LastOrDefault();
    }

    private string? ValueFor(IParameterSymbol parameter, Fixture? asker)
    {
        var key = Key(parameter.Name);
        if (asker is not null && parameter.Name is "param")
            return ParamOf(asker, parameter);
        if (Find(key, asker) is { } fixture)
            return Value(fixture);
        if (BuiltIn(parameter.Name, key, asker) is { } name)
            return name;
        Problem ??= $"fixture '{parameter.Name}' not found";
        return null;
    }

    private string? Value(Fixture fixture)
    {
        if (_made.TryGetValue(fixture, out var known))
            return known;
        if (fixture.Scope > 1 && fixture.Params is not null)
            Problem ??= $"fixture '{fixture.Definition.Name}' has values one after the other and lives longer than a test";
        if ((fixture.Params ?? (object?)fixture.ParamsFrom) is not null && !Params.Exists(known => known.Fixture == fixture) && !fixture.Method.Parameters.Any(parameter => parameter.Name is "param"))
            Params.Add((fixture, "object", Unique($"{fixture.Key}Param")));
        var isLater = fixtures.Any(other => other != fixture && other.Key == fixture.Key && _made.ContainsKey(other));
        var arguments = fixture.Method.Parameters.Where(parameter => !parameter.HasExplicitDefaultValue && !parameter.IsParams).Select(parameter => ValueFor(parameter, fixture)).ToList();
        var name = _direct.TryGetValue(fixture.Key, out var direct) && Find(fixture.Key, asker: null) == fixture ? direct.Name : Unique(isLater || _direct.ContainsKey(fixture.Key) ? $"{fixture.Key}Before" : fixture.Key);
        _made[fixture] = name;
        Write(fixture, name, $"{(char.IsLower(fixture.Definition.ExportName[0]) ? $"{stateClass}." : "")}{fixture.Definition.ExportName}({string.Join(", ", arguments)})");
        return name;
    }

    private void Write(Fixture fixture, string name, string call)
    {
        var method = fixture.Method;
        if (fixture.Scope > 1)
        {
            Awaits = true;
            var shared = $"await SharedFixtures.{(fixture.IsIterator ? "StepsAsync" : method.ReturnsVoid || XunitSymbols.IsTask(method.ReturnType) ? "DoAsync" : "GetAsync")}(\"{fixture.Key}\", () => {call});";
            Lines.Add(method.ReturnsVoid || XunitSymbols.IsTask(method.ReturnType) ? shared : $"var {name} = {shared}");
        }
        else if (fixture.IsIterator)
        {
            var isAsync = ((INamedTypeSymbol)method.ReturnType).Name.Contains("Async", StringComparison.Ordinal);
            Awaits |= isAsync;
            Lines.Add(isAsync ? $"await using var {name}Steps = await FixtureSteps.OfAsync({call});" : $"using var {name}Steps = FixtureSteps.Of({call});");
            Lines.Add($"var {name} = {name}Steps.Value;");
        }
        else if (method.ReturnsVoid || XunitSymbols.IsTask(method.ReturnType))
        {
            Awaits |= !method.ReturnsVoid;
            Lines.Add(method.ReturnsVoid ? $"{call};" : $"await {call};");
        }
        else
        {
            var isTask = method.ReturnType is INamedTypeSymbol { Arity: 1, Name: "Task" or "ValueTask" };
            var type = isTask ? ((INamedTypeSymbol)method.ReturnType).TypeArguments[0] : method.ReturnType;
            var disposal = Is(type, "IAsyncDisposable") ? "await using " : Is(type, "IDisposable") ? "using " : "";
            Awaits |= isTask || disposal.StartsWith("await", StringComparison.Ordinal);
            Lines.Add($"{disposal}var {name} = {(isTask ? "await " : "")}{call};");
        }
    }

    private static bool Is(ITypeSymbol type, string name) => type.Name == name || type.AllInterfaces.Any(candidate => candidate.Name == name);

    private string ParamOf(Fixture asker, IParameterSymbol parameter)
    {
        if (Params.Find(known => known.Fixture == asker) is { Name: { } known })
            return known;
        var name = Unique($"{asker.Key}Param");
        Params.Add((asker, parameter.Type.ToMinimalDisplayString(asker.Definition.Cell.Model, asker.Definition.Syntax.SpanStart), name));
        return name;
    }

    private string? BuiltIn(string name, string key, Fixture? asker)
    {
        if (key is "request")
        {
            var request = asker is null ? name : Unique($"{asker.Key}Request");
            var param = Params.Find(known => known.Fixture == asker).Name;
            Lines.Add($"using var {request} = new FixtureRequest({SymbolDisplay.FormatLiteral(testName, quote: true)}{(param is null ? "" : $", {param}")});");
            return request;
        }

        var line = key switch
        {
            "output" => "var output = TestContext.Current.TestOutputHelper;",
            "cancellationToken" => "var cancellationToken = TestContext.Current.CancellationToken;",
            "tmpPath" => "using var tmpPathFolder = new TemporaryFolder();\nvar tmpPath = tmpPathFolder.Directory;",
            "tmpPathFactory" => "var tmpPathFactory = new TemporaryFolderFactory();",
            "capsys" => "using var capsys = new CaptureFixture();",
            "environment" => "using var environment = new EnvironmentFixture();",
            _ => null,
        };
        if (line is null)
            return null;
        if (_builtIn.Add(key))
            Lines.AddRange(line.Split('\n'));
        return key;
    }

    private string Unique(string name) => names.Contains(name) ? $"{name}Fixture" : name;
}
