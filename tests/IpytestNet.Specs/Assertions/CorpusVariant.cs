namespace IpytestNet.Specs.Assertions;

/// <summary>A way in which a case of the corpus is run.</summary>
internal enum CorpusVariant
{
    /// <summary>As it is, with assertions that explain themselves.</summary>
    Explained,

    /// <summary>The same with the assertion on lines of its own amid the code around it.</summary>
    OverLines,

    /// <summary>With a condition that holds.</summary>
    MadeTrue,

    /// <summary>As it is, with rewriting off.</summary>
    Plain,

    /// <summary>With a condition that holds, and rewriting off.</summary>
    PlainMadeTrue,
}
