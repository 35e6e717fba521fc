namespace IpytestNet.Specs;
public sealed class PlaceholderSpecs { [Xunit.Fact] public void Builds() { } }
