namespace IpytestNet.Rewriting;

/// <summary>Which of two neighbours an inserted text belongs to.</summary>
public enum EditSide
{
    /// <summary>It opens what follows it.</summary>
    Before,

    /// <summary>It closes what precedes it.</summary>
    After,
}
