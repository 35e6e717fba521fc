using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Coverage.Instrumentation;

/// <summary>Errors of the user that probes would hide: an arm that is never selected is no error once it has a condition.</summary>
internal static class MaskedErrors
{
    /// <summary>Whether code has any, and must be compiled as it is.</summary>
    public static bool Any(BoundCell cell) => cell.Root.DescendantNodes()
        .OfType<SwitchExpressionSyntax>()
        .Select(choice => choice.Ancestors().FirstOrDefault(node => node is MemberDeclarationSyntax and not BaseTypeDeclarationSyntax) ?? choice)
        .Distinct()
        .Any(member => cell.Model.GetDiagnostics(member.Span).Any(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error));
}
