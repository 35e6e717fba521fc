namespace Shop;

/// <summary>What comes off the price of many.</summary>
internal static class Discount
{
    /// <summary>Ten percent off from ten on.</summary>
    public static decimal Of(int count, decimal price) => count >= 10 ? price * 0.9m : price;
}
