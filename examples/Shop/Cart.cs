namespace Shop;

/// <summary>What a customer is about to buy.</summary>
public sealed class Cart
{
    private readonly List<Line> _lines = [];

    /// <summary>What all of it costs.</summary>
    public decimal Total => _lines.Sum(line => Discount.Of(line.Count, line.Count * line.Price));

    /// <summary>Puts a number of things into the cart.</summary>
    public Cart Add(string name, decimal price, int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _lines.Add(new Line(name, price, count));
        return this;
    }

    private sealed record Line(string Name, decimal Price, int Count);
}
