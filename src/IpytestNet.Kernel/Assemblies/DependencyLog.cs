namespace IpytestNet.Kernel.Assemblies;

/// <summary>Takes down what a notebook depends on, each thing once; any thread may use it.</summary>
internal sealed class DependencyLog
{
    private readonly Lock _gate = new();
    private readonly HashSet<Dependency> _known = [];
    private Action<Dependency>? _follower;

    /// <summary>Hands over all that is known, and at once what is added from now on.</summary>
    public void Follow(Action<Dependency> follower)
    {
        lock (_gate)
        {
            _follower = follower;
            foreach (var dependency in _known)
                follower(dependency);
        }
    }

    /// <summary>Adds something.</summary>
    public void Add(Dependency dependency)
    {
        lock (_gate)
        {
            if (_known.Add(dependency))
                _follower?.Invoke(dependency);
        }
    }

    /// <summary>Adds files.</summary>
    public void AddFiles(IEnumerable<string> paths)
    {
        foreach (var path in paths)
            Add(new Dependency(path));
    }
}
