using Microsoft.CodeAnalysis;

namespace IpytestNet.Rewriting.Conditions;

/// <summary>
/// Which operators of LINQ read a lazy sequence at once, so that what it yields can be recorded on the way. Some find their answer
/// without reading where the sequence comes from LINQ itself; a recording between the two would make them read, and run more of the
/// user's code.
/// </summary>
internal static class LazyOperands
{
    /// <summary>Gives the use of an argument of a method.</summary>
    public static Use UseOf(IMethodSymbol method, IParameterSymbol parameter)
    {
        if (method.ContainingType is not { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } } || !TypeRule.IsSequence(parameter.Type))
            return Use.Value;
        var hasPredicate = method.Parameters.Any(other => other.Type.TypeKind is TypeKind.Delegate);
        return method.Name switch
        {
            "SequenceEqual" or "All" or "Aggregate" or "Sum" or "Average" or "Single" or "SingleOrDefault" => Use.Elements,
            "Any" or "Count" or "LongCount" or "First" or "FirstOrDefault" => hasPredicate ? Use.Elements : Use.ElementsIfRead,
            "Min" or "Max" or "Contains" => Use.ElementsIfRead,
            _ => Use.Value,
        };
    }
}
