namespace Shop;

/// <summary>What a customer is about to buy.</summary>
public sealed class Cart
{
    private readonly Dictionary<string, int> _items = [];

    /// <summary>How many pieces are in it.</summary>
    public int Count => _items.Values.Sum();

    /// <summary>Adds pieces of an item.</summary>
    public void Add(string item, int count = 1) => _items[item] = _items.GetValueOrDefault(item) + count;

    /// <summary>The postage: free from 5 pieces on.</summary>
    public decimal Postage => Count >= 5 ? 0 : 4.50m;
}
