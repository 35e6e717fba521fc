using System.Diagnostics.CodeAnalysis;

namespace IpytestNet.Kernel.Execution;

/// <summary>Where values go that are displayed by the code that runs now.</summary>
internal static class CellDisplay
{
    private static readonly AsyncLocal<Action<CellOutput>?> Ambient = new();

    /// <summary>The output of the running cell, also for the tasks it started; the console where no session runs. Null takes it away.</summary>
    [AllowNull]
    public static Action<CellOutput> Current
    {
        get => Ambient.Value ?? WritePlainText;
        set => Ambient.Value = value;
    }

    private static void WritePlainText(CellOutput output)
    {
        if (output is CellOutput.Displayed { Data: var shown })
            Console.Out.WriteLine(shown.PlainText);
        else if (output is CellOutput.Updated { Data: var updated })
            Console.Out.WriteLine(updated.PlainText);
    }
}
