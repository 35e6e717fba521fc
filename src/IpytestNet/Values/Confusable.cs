using System.Globalization;
using System.Text;

namespace IpytestNet.Values;

/// <summary>Characters that cannot be seen, or that look like others: written as they are, unequal texts would look equal.</summary>
internal static class Confusable
{
    // They have the width of a letter and no ink: the fillers of Hangul, and the empty pattern of Braille.
    private static readonly Rune[] Blank = [new('\u115F'), new('\u1160'), new('\u2800'), new('\u3164'), new('\uFFA0')];

    // Each is, by the Unicode standard, the same as another character: Greek ; · ` ´, the signs of ohm, kelvin and angstrom.
    private static readonly Rune[] Twins =
        [new('\u037E'), new('\u0387'), new('\u1FEF'), new('\u1FFD'), new('\u2126'), new('\u212A'), new('\u212B')];

    /// <summary>Whether a character only disturbs the view.</summary>
    public static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>Whether a character may be taken for another one, or for none.</summary>
    /// <remarks>
    /// Joiners within emoji are among them: escaped they spoil the view, unescaped unequal strings look equal. Marks that a script
    /// cannot do without, such as the vowels of Thai, are not.
    /// </remarks>
    public static bool LooksLikeOther(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        UnicodeCategory.SpaceSeparator => rune.Value is not ' ',
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => IsOfNoScript(rune.Value),
        _ => Blank.Contains(rune) || Twins.Contains(rune),
    };

    /// <summary>Whether a mark is of the blocks of diacritical marks, or selects a variant.</summary>
    private static bool IsOfNoScript(int mark) => mark
        is (>= 0x0300 and <= 0x036F)
        or (>= 0x1AB0 and <= 0x1AFF)
        or (>= 0x1DC0 and <= 0x1DFF)
        or (>= 0x20D0 and <= 0x20FF)
        or (>= 0xFE00 and <= 0xFE0F)
        or (>= 0xFE20 and <= 0xFE2F)
        or (>= 0x180B and <= 0x180F)
        or (>= 0xE0100 and <= 0xE01EF);
}
