using IpytestNet.Hosting;

namespace IpytestNet.Kernel.Packages;

/// <summary>Tells the errors of NuGet at the directives that they are about, with what to do next.</summary>
internal static class RestoreProblems
{
    /// <summary>Whether an error is that of a source.</summary>
    public static bool IsAbout(PackageSource source, RestoreError error) => (error.Code is "NU1301" or "NU1302" or "NU1303") && error.Message.Contains(source.Place, StringComparison.Ordinal);

    /// <summary>Tells errors.</summary>
    /// <param name="errors">The errors.</param>
    /// <param name="packages">What the cell refers to, at least one package.</param>
    /// <param name="sources">The sources that the cell names.</param>
    public static CompilationException Of(IReadOnlyList<RestoreError> errors, IReadOnlyList<PackageReference> packages, IReadOnlyList<PackageSource> sources) =>
        new([.. errors.Select(error => Place(error, packages, sources).Problem(error.Code, Message(error)))]);

    private static Compilation.CellReference Place(RestoreError error, IReadOnlyList<PackageReference> packages, IReadOnlyList<PackageSource> sources) =>
        (packages.FirstOrDefault(package => string.Equals(package.Name, error.Package, StringComparison.OrdinalIgnoreCase)) ?? packages[0]) is var package
        && sources.FirstOrDefault(source => IsAbout(source, error)) is { } source
            ? source.Directive
            : package.Directive;

    private static string Message(RestoreError error) => Advice(error.Code) is { } advice ? $"{error.Message}\n  {advice}" : error.Message;

    private static string? Advice(string code) => code switch
    {
        "NU1100" or "NU1101" => "Check the name, or name the source that has the package, as in #i \"nuget: ../packages\".",
        "NU1102" or "NU1103" => "Refer to a version that there is; without one the newest stable version is taken.",
        "NU1107" or "NU1605" or "NU1608" => "Packages in use from earlier cells keep their versions: restart the notebook and refer to all of these in one cell.",
        "NU1202" or "NU1213" => $"Refer to a package that is a library for {RestoreRequest.Framework}.",
        "NU1301" => "Check the address of the source and the connection; a source of #i is asked again when its cell runs again.",
        RestoreProcess.NoSdk => "Packages are restored by the .NET SDK: install it, and see that dotnet is on the path.",
        _ => null,
    };
}
