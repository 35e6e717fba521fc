namespace IpytestNet.Tool.Export;

/// <summary>Where a piece of code stands in the project.</summary>
internal enum ChunkPlace
{
    /// <summary>Beside the classes.</summary>
    Type,

    /// <summary>In the class of variables and functions.</summary>
    Member,

    /// <summary>In the method that runs the cell.</summary>
    Statement,

    /// <summary>In the class of the tests of the cell.</summary>
    Test,

    /// <summary>A class of tests, or a comment among them.</summary>
    TestType,
}
