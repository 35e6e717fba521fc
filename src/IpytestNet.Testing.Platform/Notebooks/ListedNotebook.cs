namespace IpytestNet.Testing.Platform.Notebooks;

/// <summary>A notebook of the test project.</summary>
/// <param name="Path">The full path of its file.</param>
/// <param name="Name">Its path in the project, with slashes; its node ids begin with it.</param>
/// <param name="Arguments">The arguments that the project gives to <c>ipytest run</c> for it.</param>
internal sealed record ListedNotebook(string Path, string Name, IReadOnlyList<string> Arguments);
