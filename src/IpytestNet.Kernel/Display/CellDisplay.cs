using System.Diagnostics.CodeAnalysis;

namespace IpytestNet.Kernel.Display;

/// <summary>Where values go that are displayed by the code that runs now.</summary>
internal static class CellDisplay
{
    private static readonly AsyncLocal<Action<MimeBundle>?> Ambient = new();

    /// <summary>The output of the running cell, also for the tasks it started; the console where no session runs. Null takes it away.</summary>
    [AllowNull]
    public static Action<MimeBundle> Current
    {
        get => Ambient.Value ?? WritePlainText;
        set => Ambient.Value = value;
    }

    private static void WritePlainText(MimeBundle bundle) => Console.Out.WriteLine(bundle.PlainText);
}
