using System.Reflection;
using IpytestNet.Kernel.Execution;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Kernel.Guards;

/// <summary>Gives variables that a failed cell declares again, but did not reach, the values that they had before it.</summary>
internal static class UnreachedVariables
{
    private const BindingFlags AllFields =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Restores the variables of a cell that threw.</summary>
    /// <param name="root">The cell's syntax.</param>
    /// <param name="reached">The declarations that it came past.</param>
    /// <param name="submission">Its live object.</param>
    /// <param name="earlier">The live objects of the cells before it, newest first.</param>
    public static void Restore(CompilationUnitSyntax root, ReachedDeclarations reached, object submission, IEnumerable<object> earlier)
    {
        foreach (var name in root.Members.Where(member => !reached.Contains(member.SpanStart)).SelectMany(RedeclarationRewriter.VariablesOf))
        {
            // A statement that failed midway may have set some of its variables.
            if (submission.GetType().GetField(name, AllFields) is not { } field || !IsDefault(field, submission))
                continue;
            if (earlier.Select(holder => (Holder: holder, Field: holder.GetType().GetField(name, AllFields))).FirstOrDefault(found => found.Field is not null)
                is ({ } owner, { } known) && known.FieldType == field.FieldType)
            {
                field.SetValue(submission, known.GetValue(owner));
            }
        }
    }

    private static bool IsDefault(FieldInfo field, object submission) =>
        Equals(field.GetValue(submission), field.FieldType.IsValueType ? Activator.CreateInstance(field.FieldType) : null);
}
