namespace IpytestNet.Assertions.Differences;

/// <summary>Lines of one text that stand in place of lines of another.</summary>
/// <param name="Left">The index of the first line on the left.</param>
/// <param name="LeftCount">How many lines there are on the left.</param>
/// <param name="Right">The index of the first line on the right.</param>
/// <param name="RightCount">How many lines there are on the right.</param>
internal sealed record LineChange(int Left, int LeftCount, int Right, int RightCount);
