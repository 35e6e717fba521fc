using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace IpytestNet.Kernel.Assemblies;

/// <summary>The documentation comments of a library that was compiled in memory.</summary>
/// <param name="xml">The documentation file as the compiler writes it.</param>
internal sealed class EmittedDocumentation(byte[] xml) : DocumentationProvider
{
    private readonly Lazy<Dictionary<string, string>> _members = new(() => XDocument.Load(new MemoryStream(xml), LoadOptions.PreserveWhitespace)
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, member => member.ToString(SaveOptions.DisableFormatting), StringComparer.Ordinal));

    /// <summary>Gives the documentation of a file; null for one without any content.</summary>
    public static EmittedDocumentation? Of(byte[] xml) => xml is [] ? null : new EmittedDocumentation(xml);

    /// <inheritdoc/>
    protected override string? GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        _members.Value.GetValueOrDefault(documentationMemberID);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
