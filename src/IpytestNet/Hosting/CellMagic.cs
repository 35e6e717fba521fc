namespace IpytestNet.Hosting;

/// <summary>What a cell magic does.</summary>
/// <param name="call">The magic line and the cell below it.</param>
public delegate Task CellMagic(MagicCall call);
