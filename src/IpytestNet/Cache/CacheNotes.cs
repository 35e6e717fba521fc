namespace IpytestNet.Cache;

/// <summary>The files that tell people, backups and git what the cache folder is.</summary>
internal static class CacheNotes
{
    private static readonly (string Name, string Text)[] Files =
    [
        ("README.md", """
            # ipytest cache directory #

            This directory contains data from ipytest's cache plugin, which provides the `--lf`, `--ff`, `--nf` and `--sw` options.

            **Do not** commit this to version control.

            It may be deleted at any time; `-p no:cacheprovider` runs without it.

            """),
        (".gitignore", "# Created by ipytest automatically.\n*\n"),
        ("CACHEDIR.TAG", """
            Signature: 8a477f597d28d172789f06886806bc55
            # This file is a cache directory tag created by ipytest.
            # For information about cache directory tags, see:
            #	https://bford.info/cachedir/spec.html

            """),
    ];

    /// <summary>Writes them into a new folder.</summary>
    public static void Write(string folder)
    {
        foreach (var (name, text) in Files)
            File.WriteAllText(Path.Combine(folder, name), text.ReplaceLineEndings("\n"));
    }
}
