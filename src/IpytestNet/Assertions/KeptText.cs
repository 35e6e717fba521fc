using IpytestNet.Assertions.Conditions;
using IpytestNet.Values;

namespace IpytestNet.Assertions;

/// <summary>Values that were kept of a condition as text.</summary>
internal static class KeptText
{
    /// <summary>Writes a value; of a lazy sequence what it yielded.</summary>
    public static string Of(object? value, Detail detail) =>
        value is IRecording recording ? ValueText.Of(Yielded(recording), detail.Values) : ValueText.Of(value, detail.Values);

    private static Elements Yielded(IRecording recording) =>
        new(recording.Yielded, recording.IsComplete ? recording.Count : null, HasMore: !recording.IsComplete || recording.Count > recording.Yielded.Count);
}
