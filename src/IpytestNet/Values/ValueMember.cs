using System.Reflection;

namespace IpytestNet.Values;

/// <summary>A part of an object that can be read without running code of the user's.</summary>
/// <param name="Name">The name of the field or automatic property.</param>
/// <param name="Field">The field that holds it.</param>
internal sealed record ValueMember(string Name, FieldInfo Field)
{
    public object? Read(object owner) => Field.GetValue(owner);
}
