using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IpytestNet.Tool.Export;

/// <summary>Changes of the attributes of a declaration.</summary>
/// <param name="cell">The cell.</param>
/// <param name="changes">Takes the changes.</param>
/// <param name="dataClass">The class that has the notebook's variables and functions.</param>
internal sealed class AttributeEdits(ScriptCell cell, TextChanges changes, string dataClass)
{
    /// <summary>Takes out the attributes of ipytest, or makes those of xUnit of them.</summary>
    public void Lower(MemberDeclarationSyntax member)
    {
        foreach (var list in member.AttributeLists)
        {
            var ours = list.Attributes.Where(attribute => XunitSymbols.IsOurs(XunitSymbols.ClassOf(attribute, cell.Model)) && !Keep(attribute)).ToList();
            if (ours.Count == list.Attributes.Count)
                changes.Replace(TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart), CommentsBehind(list));
            else
                ours.ForEach(attribute => Remove(list, attribute));
        }
    }

    /// <summary>Says where the data of a theory is.</summary>
    /// <param name="attribute">An attribute such as <c>[MemberData(nameof(rows))]</c>.</param>
    /// <param name="find">Finds what a cell defines by its name.</param>
    public void SayWhereDataIs(AttributeSyntax attribute, Func<string, Definition?> find)
    {
        if (XunitSymbols.ClassOf(attribute, cell.Model)?.Name is not "MemberDataAttribute" || attribute.ArgumentList is not { Arguments: [var name, ..] arguments } list)
            return;
        if (list.Arguments.Any(argument => argument.NameEquals?.Name.Identifier.ValueText is "MemberType")
            || cell.Model.GetConstantValue(name.Expression).Value is not string text || find(text) is not { } data)
        {
            return;
        }

        changes.Replace(name.Expression.Span, $"nameof({dataClass}.{data.ExportName})");
        changes.Insert(arguments[^1].Span.End, $", MemberType = typeof({dataClass})");
    }

    // A marker is a trait.
    private bool Keep(AttributeSyntax attribute)
    {
        if (XunitSymbols.ClassOf(attribute, cell.Model)?.Name is not "MarkAttribute" || attribute.ArgumentList is not { Arguments: [var first, ..] })
            return false;
        changes.Replace(attribute.Name.Span, "Trait");
        changes.Insert(first.SpanStart, "\"mark\", ");
        return true;
    }

    private void Remove(AttributeListSyntax list, AttributeSyntax attribute)
    {
        var at = list.Attributes.IndexOf(attribute);
        var isFirstKept = list.Attributes.Take(at).All(before => XunitSymbols.IsOurs(XunitSymbols.ClassOf(before, cell.Model)) && XunitSymbols.ClassOf(before, cell.Model)!.Name is not "MarkAttribute");
        changes.Replace(
            isFirstKept
                ? TextSpan.FromBounds(attribute.SpanStart, at + 1 < list.Attributes.Count ? list.Attributes[at + 1].SpanStart : attribute.Span.End)
                : TextSpan.FromBounds(list.Attributes[at - 1].Span.End, attribute.Span.End),
            "");
    }

    private static string CommentsBehind(AttributeListSyntax list)
    {
        var text = TriviaText.Before(list.GetLastToken().GetNextToken());
        return text.Length is 0 ? "" : $"{text}\n";
    }
}
