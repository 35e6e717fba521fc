using System.Collections.Concurrent;
using System.Collections.Immutable;
using IpytestNet.Hosting;
using IpytestNet.Kernel.Assemblies;
using IpytestNet.Kernel.Compilation;
using IpytestNet.Kernel.Execution;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Packages;

/// <summary>Packages that cells refer to, as in <c>#r "nuget: Name, 1.0.0"</c>, restored by the SDK.</summary>
/// <param name="loadContext">Where what they bring is loaded.</param>
/// <param name="folder">The folder of the notebook, whose <c>nuget.config</c> applies.</param>
/// <param name="folders">The folders that relative paths of a cell start from.</param>
/// <param name="cache">What earlier restores have found.</param>
internal sealed class PackageScheme(CellLoadContext loadContext, string folder, Func<IReadOnlyList<string>> folders, PackageCache cache) : IReferenceScheme, IModuleSource
{
    /// <summary>The scheme.</summary>
    public const string Prefix = "nuget:";

    private const string Malformed = "IPY0011";
    private const string InUse = "IPY0012";

    private readonly PackagesInUse _inUse = new();
    private readonly List<PackageSource> _sources = [];
    private readonly ConcurrentDictionary<string, PortableExecutableReference> _prepared = new(StringComparer.Ordinal);
    private readonly PackageAssemblies _assemblies = new(loadContext);

    /// <inheritdoc/>
    public string Name => Prefix;

    /// <inheritdoc/>
    public void Prepare(IReadOnlyList<CellReference> references)
    {
        var sources = Read(references.Where(reference => reference.IsSource), directive => PackageSource.Parse(directive, FileResolver.StartsOf(directive.Path, folders())));
        var packages = Read(references.Where(reference => !reference.IsSource), PackageReference.Parse);
        Check(packages);
        if (packages.Count > 0)
            Bring(packages, sources);
        _sources.AddRange(sources.ExceptBy(_sources.Select(source => source.Place), source => source.Place));
        foreach (var package in packages)
            _prepared[package.Directive.Text] = _assemblies.MainOf(package.Name);
    }

    /// <inheritdoc/>
    public IEnumerable<PortableExecutableReference> References => _assemblies.References;

    /// <inheritdoc/>
    public ImmutableArray<PortableExecutableReference> Resolve(string reference, string? baseFilePath) =>
        _prepared.TryGetValue(reference, out var main) ? [main] : [];

    /// <inheritdoc/>
    public IEnumerable<CodeModule> Modules => _inUse.Names.Select(name => new CodeModule(name, AssemblyName: name) { IsFixed = true });

    /// <inheritdoc/>
    public void Reload(IReadOnlySet<string> names)
    {
        // A version of a package never changes, and what is loaded stays.
    }

    private static List<T> Read<T>(IEnumerable<CellReference> directives, Func<CellReference, (T? Said, string? Problem)> parse)
        where T : class
    {
        var read = directives.Select(directive => (Directive: directive, Outcome: parse(directive))).ToList();
        Refuse(read.Where(entry => entry.Outcome.Problem is not null).Select(entry => entry.Directive.Problem(Malformed, entry.Outcome.Problem!)));
        return read.ConvertAll(entry => entry.Outcome.Said!);
    }

    private static void Refuse(IEnumerable<CompilationProblem> problems)
    {
        if (problems.ToArray() is { Length: > 0 } found)
            throw new CompilationException(found);
    }

    private void Check(List<PackageReference> packages)
    {
        Refuse(packages.GroupBy(package => package.Name, StringComparer.OrdinalIgnoreCase)
            .SelectMany(same => same.Where(package => package.Versions != same.First().Versions).Select(other => other.Directive.Problem(
                Malformed, $"Expected one version of {other.Name}, but this cell refers to {same.First().Shown} and to {other.Shown}"))));
        Refuse(from package in packages
               where _inUse.Has(package)
               let problem = _inUse.Problem(package)
               where problem is not null
               select package.Directive.Problem(InUse, problem));
    }

    private void Bring(List<PackageReference> packages, List<PackageSource> sources)
    {
        List<PackageReference> asked = [.. packages.DistinctBy(package => package.Name, StringComparer.OrdinalIgnoreCase)];
        var missing = asked.FindAll(package => !_inUse.Has(package));
        var display = new RestoreDisplay(asked);
        if (missing.Count > 0)
        {
            var restored = Restored(missing, sources, display);
            _inUse.Add(restored);
            _assemblies.Add(restored);
        }

        display.End(asked.Select(_inUse.Shown));
        foreach (var note in asked.Select(package => _inUse.Note(package, missing.Contains(package))).OfType<string>())
            Console.Error.WriteLine(note);
    }

    private RestoredPackages Restored(List<PackageReference> missing, List<PackageSource> sources, RestoreDisplay display)
    {
        var wanted = missing.Select(package => KeyValuePair.Create(package.Name, package.Versions)).Concat(_inUse.Pinned);
        var request = new RestoreRequest(
            new Dictionary<string, PackageVersions>(wanted, StringComparer.OrdinalIgnoreCase),
            [.. _sources.Concat(sources).Select(source => source.Place).Distinct(StringComparer.Ordinal)],
            folder);
        if (cache.Find(request) is { } known)
            return known;

        var isDone = false;
        display.Begin();
        try
        {
            switch (Restore(request))
            {
                case RestoreOutcome.Failed failed:
                    _sources.RemoveAll(source => failed.Errors.Any(error => RestoreProblems.IsAbout(source, error)));
                    throw RestoreProblems.Of(failed.Errors, missing, sources);
                case RestoreOutcome.Found found:
                    isDone = true;
                    return found.Packages;
                default:
                    throw new InvalidOperationException("A restore ends one way or the other.");
            }
        }
        finally
        {
            if (!isDone)
                display.Fail();
        }
    }

    private RestoreOutcome Restore(RestoreRequest request)
    {
        var workFolder = cache.NewWorkFolder();
        try
        {
            var outcome = RestoreProcess.Run(request, workFolder, ExecutionScope.Current?.Interruption ?? CancellationToken.None);
            if (outcome is RestoreOutcome.Found found)
                cache.Keep(request, found.Packages);
            return outcome;
        }
        finally
        {
            Directory.Delete(workFolder, recursive: true);
        }
    }
}
