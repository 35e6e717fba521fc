namespace IpytestNet.Kernel.Documentation;

/// <summary>The name of what a <c>cref</c> refers to, as short as a person says it.</summary>
internal static class ReferencedName
{
    /// <summary>Turns <c>M:System.String.Join(System.String,System.String[])</c> into <c>String.Join</c>, and <c>T:System.String</c> into <c>String</c>.</summary>
    /// <param name="cref">A documentation id, or what stood in a comment that nobody has compiled.</param>
    public static string Of(string cref)
    {
        if (cref is not [_, ':', ..])
            return cref.Replace('{', '<').Replace('}', '>');
        var names = cref[2..].Split('(')[0].Replace(".#ctor", "", StringComparison.Ordinal).Split('.');
        var isType = cref[0] is 'T' or 'N' || cref.Contains("#ctor", StringComparison.Ordinal);
        var kept = cref[0] is 'N' || cref[0] is '!' ? names : isType ? names[^1..] : names[^Math.Min(2, names.Length)..];
        return string.Join('.', kept.Select(WithoutArity));
    }

    private static string WithoutArity(string name)
    {
        var parts = name.Split('`', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2 || !int.TryParse(parts[1], out var count) || count > 8
            ? parts.FirstOrDefault("")
            : $"{parts[0]}<{(count == 1 ? "T" : string.Join(", ", Enumerable.Range(1, count).Select(number => $"T{number}")))}>";
    }
}
