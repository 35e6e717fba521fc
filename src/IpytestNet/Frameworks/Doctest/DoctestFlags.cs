namespace IpytestNet.Frameworks.Doctest;

/// <summary>How an example is compared with what is expected of it: the option flags of Python's doctest and of pytest.</summary>
[Flags]
internal enum DoctestFlags
{
    /// <summary>As it stands.</summary>
    None = 0,

    /// <summary><c>...</c> stands for any text.</summary>
    Ellipsis = 1,

    /// <summary>All white space is alike.</summary>
    NormalizeWhitespace = 2,

    /// <summary>The example does not run.</summary>
    Skip = 4,

    /// <summary>Of an expected exception only the type counts.</summary>
    IgnoreExceptionDetail = 8,

    /// <summary>Numbers are compared to the precision that is written.</summary>
    Number = 16,

    /// <summary><c>&lt;BLANKLINE&gt;</c> is no empty line.</summary>
    DontAcceptBlankline = 32,
}
