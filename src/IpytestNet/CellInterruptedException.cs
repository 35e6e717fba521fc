namespace IpytestNet;

/// <summary>The user interrupted the cell; user code sees it as a cancellation.</summary>
public sealed class CellInterruptedException() : OperationCanceledException("The cell was interrupted.");
