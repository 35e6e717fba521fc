namespace IpytestNet.Tool.Nbval;

/// <summary>Hears of the cells of a check.</summary>
internal interface ICellListener
{
    /// <summary>A cell begins.</summary>
    void Begin(CellCase one);

    /// <summary>A cell has failed.</summary>
    /// <returns>Whether nothing more is to run.</returns>
    bool IsEnough(CellCase one);
}
