using System.Collections.ObjectModel;
using System.Reflection;
using System.Reflection.Emit;

namespace IpytestNet.Frameworks.Xunit.Forwarding;

/// <summary>Writes an attribute that a cell bears onto an emitted member.</summary>
internal static class AttributeCopy
{
    /// <summary>Makes the builder of an attribute with the same arguments.</summary>
    public static CustomAttributeBuilder Of(CustomAttributeData attribute)
    {
        var properties = attribute.NamedArguments.Where(argument => !argument.IsField).ToArray();
        var fields = attribute.NamedArguments.Where(argument => argument.IsField).ToArray();
        return new CustomAttributeBuilder(
            attribute.Constructor,
            [.. attribute.ConstructorArguments.Select(ValueOf)],
            [.. properties.Select(argument => (PropertyInfo)argument.MemberInfo)],
            [.. properties.Select(argument => ValueOf(argument.TypedValue))],
            [.. fields.Select(argument => (FieldInfo)argument.MemberInfo)],
            [.. fields.Select(argument => ValueOf(argument.TypedValue))]);
    }

    private static object? ValueOf(CustomAttributeTypedArgument argument)
    {
        if (argument.Value is ReadOnlyCollection<CustomAttributeTypedArgument> elements)
        {
            var array = Array.CreateInstance(argument.ArgumentType.GetElementType()!, elements.Count);
            for (var i = 0; i < elements.Count; i++)
                array.SetValue(ValueOf(elements[i]), i);
            return array;
        }

        return argument.ArgumentType.IsEnum && argument.Value is not null
            ? Enum.ToObject(argument.ArgumentType, argument.Value)
            : argument.Value;
    }
}
