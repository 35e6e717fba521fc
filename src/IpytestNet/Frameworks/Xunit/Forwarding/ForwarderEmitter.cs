using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using IpytestNet.Fixtures;
using Xunit.v3;

namespace IpytestNet.Frameworks.Xunit.Forwarding;

/// <summary>Emits a forwarding class.</summary>
internal static class ForwarderEmitter
{
    private const string TargetField = "Target";
    private const string MembersField = "Members";

    private static readonly ConstructorInfo IgnoresAccessChecks = typeof(IgnoresAccessChecksToAttribute).GetConstructor([typeof(string)])!;

    private static readonly MethodInfo FixtureArgument = typeof(FixtureArguments).GetMethod(nameof(FixtureArguments.Get))!;

    private static readonly MethodInfo KeepTask = typeof(ForwardedTask).GetMethod(nameof(ForwardedTask.Keep))!;

    private static int _count;

    /// <summary>
    /// Emits a class with one method a test; each has the test's signature, without the parameters that fixtures fill, and its
    /// attributes, and calls it on the cell.
    /// </summary>
    public static Type Emit(object cell, string label, IReadOnlyList<ForwardedTest> tests, MemberLookup members)
    {
        var cellType = cell.GetType();
        // The emitted assembly must live in the load context of the cell, or the cell's assembly is not found from it.
        using var scope = AssemblyLoadContext.GetLoadContext(cellType.Assembly)?.EnterContextualReflection();
        var assembly = AssemblyBuilder.DefineDynamicAssembly(
            new AssemblyName($"IpytestForwarder{Interlocked.Increment(ref _count)}"), AssemblyBuilderAccess.Run);
        assembly.SetCustomAttribute(new CustomAttributeBuilder(IgnoresAccessChecks, [cellType.Assembly.GetName().Name!]));
        assembly.SetCustomAttribute(new CustomAttributeBuilder(IgnoresAccessChecks, [typeof(ForwarderEmitter).Assembly.GetName().Name!]));
        var module = assembly.DefineDynamicModule("Forwarder");
        var type = module.DefineType(label, TypeAttributes.Public | TypeAttributes.Class | TypeAttributes.Sealed);
        var target = type.DefineField(TargetField, cellType, FieldAttributes.Public | FieldAttributes.Static);
        var lookup = type.DefineField(MembersField, typeof(MemberLookup), FieldAttributes.Public | FieldAttributes.Static);

        foreach (var test in tests)
            DefineForward(type, target, test);
        foreach (var (name, argumentCounts) in MembersNeeded(tests.Select(test => test.Method)))
            DefineTwins(type, lookup, cellType, name, argumentCounts);

        var created = type.CreateType();
        created.GetField(TargetField)!.SetValue(null, cell);
        created.GetField(MembersField)!.SetValue(null, members);
        return created;
    }

    private static void DefineForward(TypeBuilder type, FieldBuilder target, ForwardedTest forwarded)
    {
        var test = forwarded.Method;
        var method = type.DefineMethod(test.Name, MethodAttributes.Public | MethodAttributes.HideBySig);
        var callee = DefineGenericParameters(method, test);
        var signature = callee.IsGenericMethod ? test.GetGenericMethodDefinition() : test;
        var substitute = callee.IsGenericMethod ? callee.GetGenericArguments() : [];
        method.SetReturnType(Substitute(signature.ReturnType, substitute));
        DefineParameters(method, [.. test.GetParameters().Where(parameter => !forwarded.OfFixtures.Contains(parameter.Position))], substitute);
        foreach (var attribute in test.CustomAttributes.Where(IsCopied))
            method.SetCustomAttribute(AttributeCopy.Of(attribute));

        var il = method.GetILGenerator();
        if (!test.IsStatic)
            il.Emit(OpCodes.Ldsfld, target);
        EmitArguments(il, forwarded, substitute);
        il.Emit(OpCodes.Call, callee);
        if (test.ReturnType == typeof(Task))
            il.Emit(OpCodes.Call, KeepTask);
        il.Emit(OpCodes.Ret);
    }

    private static void DefineParameters(MethodBuilder method, ParameterInfo[] parameters, Type[] substitute)
    {
        method.SetParameters([.. parameters.Select(parameter => Substitute(parameter.ParameterType, substitute))]);
        for (var i = 0; i < parameters.Length; i++)
        {
            var builder = method.DefineParameter(i + 1, parameters[i].Attributes, parameters[i].Name);
            if (parameters[i].HasDefaultValue)
                builder.SetConstant(parameters[i].RawDefaultValue);
            foreach (var attribute in parameters[i].CustomAttributes.Where(IsCopied))
                builder.SetCustomAttribute(AttributeCopy.Of(attribute));
        }
    }

    private static void EmitArguments(ILGenerator il, ForwardedTest forwarded, Type[] substitute)
    {
        var (ofData, ofFixtures) = (0, 0);
        foreach (var parameter in forwarded.Method.GetParameters())
        {
            if (!forwarded.OfFixtures.Contains(parameter.Position))
            {
                il.Emit(OpCodes.Ldarg, (short)++ofData);
                continue;
            }

            il.Emit(OpCodes.Ldc_I4, ofFixtures++);
            il.Emit(OpCodes.Call, FixtureArgument);
            il.Emit(OpCodes.Unbox_Any, Substitute(parameter.ParameterType, substitute));
        }
    }

    private static MethodInfo DefineGenericParameters(MethodBuilder method, MethodInfo test)
    {
        if (!test.IsGenericMethodDefinition)
            return test;
        var parameters = test.GetGenericArguments();
        var builders = method.DefineGenericParameters([.. parameters.Select(parameter => parameter.Name)]);
        for (var i = 0; i < builders.Length; i++)
        {
            builders[i].SetGenericParameterAttributes(parameters[i].GenericParameterAttributes);
            var constraints = parameters[i].GetGenericParameterConstraints();
            if (Array.Find(constraints, constraint => !constraint.IsInterface) is { } baseType)
                builders[i].SetBaseTypeConstraint(Substitute(baseType, builders));
            builders[i].SetInterfaceConstraints(
                [.. constraints.Where(constraint => constraint.IsInterface).Select(constraint => Substitute(constraint, builders))]);
        }

        return test.MakeGenericMethod(builders);
    }

    private static Type Substitute(Type type, Type[] arguments)
    {
        if (type.IsGenericMethodParameter)
            return arguments[type.GenericParameterPosition];
        if (type.IsArray && type.ContainsGenericParameters)
        {
            var element = Substitute(type.GetElementType()!, arguments);
            return type.IsSZArray ? element.MakeArrayType() : element.MakeArrayType(type.GetArrayRank());
        }

        return type is { IsGenericType: true, ContainsGenericParameters: true }
            ? type.GetGenericTypeDefinition().MakeGenericType([.. type.GetGenericArguments().Select(argument => Substitute(argument, arguments))])
            : type;
    }

    // The compiler's notes about nullability and iterators concern the original alone; AsyncStateMachine tells xUnit of async void.
    private static bool IsCopied(CustomAttributeData attribute) =>
        attribute.AttributeType == typeof(AsyncStateMachineAttribute)
        || !string.Equals(attribute.AttributeType.Namespace, "System.Runtime.CompilerServices", StringComparison.Ordinal);

    private static IEnumerable<(string Name, IEnumerable<int> ArgumentCounts)> MembersNeeded(IEnumerable<MethodInfo> tests) =>
        tests.SelectMany(test => test.GetCustomAttributes<MemberDataAttributeBase>())
            .GroupBy(attribute => attribute.MemberName, attribute => attribute.Arguments.Length, StringComparer.Ordinal)
            .Select(group => (group.Key, group.Distinct()));

    // xUnit wants theory data in a static member of the test class: a twin that asks the live notebook.
    private static void DefineTwins(TypeBuilder type, FieldBuilder lookup, Type cellType, string name, IEnumerable<int> argumentCounts)
    {
        var functions = cellType.GetMember(
            name, MemberTypes.Method, BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);
        foreach (var function in functions.Cast<MethodInfo>())
            DefineTwin(type, lookup, name, function.GetParameters());
        if (functions.Length > 0)
            return;
        // What another cell defines is only known when the test runs; xUnit takes a method for a variable too.
        foreach (var count in argumentCounts)
            DefineTwin(type, lookup, name, [.. Enumerable.Repeat(typeof(object), count)]);
    }

    private static void DefineTwin(TypeBuilder type, FieldBuilder lookup, string name, ParameterInfo[] parameters)
    {
        var method = DefineTwin(type, lookup, name, [.. parameters.Select(parameter => parameter.ParameterType)]);
        foreach (var parameter in parameters)
        {
            var builder = method.DefineParameter(parameter.Position + 1, parameter.Attributes, parameter.Name);
            if (parameter.HasDefaultValue)
                builder.SetConstant(parameter.RawDefaultValue);
        }
    }

    private static MethodBuilder DefineTwin(TypeBuilder type, FieldBuilder lookup, string name, Type[] parameterTypes)
    {
        var method = type.DefineMethod(
            name, MethodAttributes.Public | MethodAttributes.Static | MethodAttributes.HideBySig, typeof(object), parameterTypes);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldsfld, lookup);
        il.Emit(OpCodes.Ldstr, name);
        il.Emit(OpCodes.Ldc_I4, parameterTypes.Length);
        il.Emit(OpCodes.Newarr, typeof(object));
        for (var i = 0; i < parameterTypes.Length; i++)
        {
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Ldc_I4, i);
            il.Emit(OpCodes.Ldarg, (short)i);
            il.Emit(OpCodes.Box, parameterTypes[i]);
            il.Emit(OpCodes.Stelem_Ref);
        }

        il.Emit(OpCodes.Callvirt, typeof(MemberLookup).GetMethod("Invoke")!);
        il.Emit(OpCodes.Ret);
        return method;
    }
}
