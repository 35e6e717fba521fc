namespace IpytestNet.Assertions.Differences;

/// <summary>A byte that is written in hexadecimal.</summary>
internal readonly record struct HexByte(byte Value)
{
    public override string ToString() => $"0x{Value:X2}";
}
