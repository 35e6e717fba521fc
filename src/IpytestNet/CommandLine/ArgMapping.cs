namespace IpytestNet.CommandLine;

/// <summary>The names in braces that arguments may contain, and what they stand for.</summary>
/// <param name="module">The notebook's name, as it begins node ids.</param>
public sealed class ArgMapping(string module)
{
    private const string ModuleKey = "MODULE";

    /// <summary>What a name stands for: <c>MODULE</c> for the notebook, any other for the node id of a test or class of that name.</summary>
    /// <param name="key">The name between the braces.</param>
    /// <exception cref="KeyNotFoundException">
    /// The name consists of upper-case letters only and is not <c>MODULE</c>: those are reserved.
    /// </exception>
    public string this[string key]
    {
        get
        {
            ArgumentException.ThrowIfNullOrEmpty(key);
            if (key == ModuleKey)
                return module;
            if (!key.All(char.IsUpper))
                return $"{module}::{key}";
            throw new KeyNotFoundException(
                $"Unknown format key '{key}' (known keys: ['{ModuleKey}']). "
                + $"To create the node id for a test with all uppercase characters use '{{{ModuleKey}}}::{key}'.");
        }
    }
}
