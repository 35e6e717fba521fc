namespace IpytestNet.Rewriting.Conditions;

/// <summary>What a part of a condition is needed for, which says whether it may be captured.</summary>
internal enum Use
{
    /// <summary>For its value, which is captured where that is safe.</summary>
    Value,

    /// <summary>For its truth, which follows from the parts that were reached where those are captured.</summary>
    Truth,

    /// <summary>For its elements, which the method that gets it reads once from first to last.</summary>
    Elements,

    /// <summary>For its elements, which the method may count or find without reading them.</summary>
    ElementsIfRead,

    /// <summary>For its parts alone: its own value is not captured.</summary>
    PartsOnly,

    /// <summary>As a variable, which no copy may replace.</summary>
    Variable,
}
