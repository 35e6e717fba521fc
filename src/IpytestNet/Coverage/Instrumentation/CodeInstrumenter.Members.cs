using IpytestNet.Coverage.Results;
using IpytestNet.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IpytestNet.Coverage.Instrumentation;

/// <content>Types, their members, and functions.</content>
internal sealed partial class CodeInstrumenter
{
    /// <inheritdoc/>
    public override void VisitCompilationUnit(CompilationUnitSyntax node) =>
        VisitList(node.Members.Select(member => member is GlobalStatementSyntax { Statement: var statement } ? (SyntaxNode)statement : member));

    /// <inheritdoc/>
    public override void VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        if (node.Modifiers.Any(SyntaxKind.ConstKeyword) || !IsWrittenByUser(node))
            return;
        if (node.Parent is CompilationUnitSyntax)
            Variables(node);
        else
            Fields(node.Declaration);
    }

    /// <inheritdoc/>
    public override void VisitEventFieldDeclaration(EventFieldDeclarationSyntax node) => Fields(node.Declaration);

    // At the top of a cell a variable is set in its turn, as by a statement.
    private void Variables(FieldDeclarationSyntax node)
    {
        if (IsLeftOut(node) || node.Declaration.Variables.All(variable => variable.Initializer is null))
        {
            VisitChildren(node);
            return;
        }

        var unit = NewUnit(node.SpanStart, _before, out var isNew);
        if (isNew)
        {
            _probed.Add(node);
            _edits.Add(TextEdit.Before(node, _code.Statement(unit!.Probes[0])));
        }

        _before = null;
        Within(unit, () => VisitChildren(node));
        _last = unit;
    }

    private void Fields(VariableDeclarationSyntax declaration)
    {
        foreach (var variable in declaration.Variables)
        {
            if (variable.Initializer is { } initializer)
                Initializer(initializer, variable.SpanStart, declaration.Type);
        }
    }

    private void Initializer(EqualsValueClauseSyntax initializer, int position, TypeSyntax type)
    {
        var written = SourceLine.Of(type);
        var isProbed = Model.GetTypeInfo(type).Type is { IsRefLikeType: false } and not (IPointerTypeSymbol or IFunctionPointerTypeSymbol or IErrorTypeSymbol) && !IsLeftOut(initializer.Value);
        var unit = isProbed || _isExcluded ? NewUnit(position, before: null, out _) : null;
        if (unit is not null)
        {
            var isArray = initializer.Value is InitializerExpressionSyntax;
            _probed.Add(initializer.Value);
            _edits.Add(TextEdit.Before(initializer.Value, _code.Value(written, unit.Probes[0]) + (isArray ? $"new {written} " : "")));
            _edits.Add(TextEdit.After(initializer.Value, ")"));
        }

        Within(unit, () => Visit(initializer.Value));
    }

    private void Type(BaseTypeDeclarationSyntax type, Action visit)
    {
        _names.Push(type.Identifier.ValueText);
        Region(type, isType: true);
        Within(unit: null, visit);
        _names.Pop();
    }

    /// <inheritdoc/>
    public override void VisitClassDeclaration(ClassDeclarationSyntax node) => Type(node, () => base.VisitClassDeclaration(node));

    /// <inheritdoc/>
    public override void VisitStructDeclaration(StructDeclarationSyntax node) => Type(node, () => base.VisitStructDeclaration(node));

    /// <inheritdoc/>
    public override void VisitRecordDeclaration(RecordDeclarationSyntax node) => Type(node, () => base.VisitRecordDeclaration(node));

    /// <inheritdoc/>
    public override void VisitInterfaceDeclaration(InterfaceDeclarationSyntax node) => Type(node, () => base.VisitInterfaceDeclaration(node));

    /// <inheritdoc/>
    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        if (IsWrittenByUser(node))
            Function(node, node.Identifier.ValueText, node.Body, node.ExpressionBody, node.SemicolonToken);
    }

    /// <inheritdoc/>
    public override void VisitOperatorDeclaration(OperatorDeclarationSyntax node) =>
        Function(node, $"operator {node.OperatorToken.Text}", node.Body, node.ExpressionBody, node.SemicolonToken);

    /// <inheritdoc/>
    public override void VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node) =>
        Function(node, $"operator {SourceLine.Of(node.Type)}", node.Body, node.ExpressionBody, node.SemicolonToken);

    /// <inheritdoc/>
    public override void VisitDestructorDeclaration(DestructorDeclarationSyntax node) =>
        Function(node, $"~{node.Identifier.ValueText}", node.Body, node.ExpressionBody, node.SemicolonToken);

    /// <inheritdoc/>
    public override void VisitConstructorDeclaration(ConstructorDeclarationSyntax node)
    {
        if (node is { Initializer: { } initializer, Body: { } body } && !IsLeftOut(initializer))
        {
            var isExcluded = _isExcluded;
            _isExcluded |= _exclusions.Contains(initializer);
            if (NewUnit(initializer.SpanStart, before: null, out _) is { } unit)
            {
                _probed.Add(initializer);
                _edits.Add(TextEdit.After(body.OpenBraceToken, " " + _code.Statement(unit.Probes[0])));
                Within(unit, () => Visit(initializer.ArgumentList));
            }

            _isExcluded = isExcluded;
        }

        Function(node, node.Identifier.ValueText, node.Body, node.ExpressionBody, node.SemicolonToken);
    }

    /// <inheritdoc/>
    public override void VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        Property(node, node.Identifier.ValueText, node.ExpressionBody, node.SemicolonToken);
        if (node.Initializer is { } initializer)
            Initializer(initializer, node.Identifier.SpanStart, node.Type);
    }

    /// <inheritdoc/>
    public override void VisitIndexerDeclaration(IndexerDeclarationSyntax node) => Property(node, "this[]", node.ExpressionBody, node.SemicolonToken);

    /// <inheritdoc/>
    public override void VisitEventDeclaration(EventDeclarationSyntax node) => Property(node, node.Identifier.ValueText, arrow: null, node.SemicolonToken);

    private void Property(BasePropertyDeclarationSyntax node, string name, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon)
    {
        _names.Push(name);
        Region(node, isType: false);
        if (arrow is not null)
            Arrow(arrow, semicolon, "{ get ", returns: true, " }");
        else
            Visit(node.AccessorList);
        _names.Pop();
    }

    /// <inheritdoc/>
    public override void VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        if (node.ExpressionBody is { } arrow)
            Arrow(arrow, node.SemicolonToken, "", returns: node.IsKind(SyntaxKind.GetAccessorDeclaration), "");
        else
            Within(unit: null, () => Visit(node.Body));
    }

    private void Function(SyntaxNode function, string name, BlockSyntax? body, ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon)
    {
        _names.Push(name);
        Region(function, isType: false);
        var entry = _entry;
        _entry = null;
        _before = null;
        if (body is not null)
            Within(unit: null, () => Visit(body));
        else if (arrow is not null)
            Arrow(arrow, semicolon, "", ReturnsValue(function), "");
        _last = null;
        _entry = entry;
        _names.Pop();
    }

    private bool ReturnsValue(SyntaxNode function) => Model.GetDeclaredSymbol(function) is IMethodSymbol method && LambdaBodies.ReturnsValue(method);

    /// <summary>Makes a block of the body of a function that is an expression.</summary>
    private void Arrow(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, string open, bool returns, string close)
    {
        // A semicolon may follow a semicolon, but not a body.
        var unit = IsLeftOut(arrow.Expression) || semicolon.GetNextToken().IsKind(SyntaxKind.SemicolonToken) ? null : NewUnit(arrow.Expression.SpanStart, before: null, out _);
        if (unit is not null)
        {
            _probed.Add(arrow.Expression);
            _edits.Add(TextEdit.Replace(arrow.ArrowToken, open + "{"));
            _edits.Add(TextEdit.Before(arrow.Expression, $"{_code.Statement(unit.Probes[0])}{(returns && arrow.Expression is not ThrowExpressionSyntax ? "return " : "")}") with { Extent = arrow.Span.Length });
            _edits.Add(TextEdit.Replace(semicolon, $"; }}{close}"));
        }

        Within(unit, () => Visit(arrow.Expression));
    }

    /// <inheritdoc/>
    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => Lambda(node);

    /// <inheritdoc/>
    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => Lambda(node);

    /// <inheritdoc/>
    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) => Lambda(node);

    private void Lambda(AnonymousFunctionExpressionSyntax lambda)
    {
        // It cannot run before the unit around it has begun, which makes it.
        if (lambda.Block is { } block)
            Visit(block);
        else if (lambda.ExpressionBody is { } body)
            Lambda(lambda, body);
        _last = null;
    }

    private void Lambda(AnonymousFunctionExpressionSyntax lambda, ExpressionSyntax body)
    {
        var kind = IsLeftOut(lambda) ? null : LambdaBodies.Of(lambda, Model);
        var isNew = false;
        var unit = kind is null && !_isExcluded ? _unit : NewUnit(body.SpanStart, _unit, out isNew);
        if (isNew)
        {
            _probed.Add(lambda);
            var returns = !_options.LambdasBecomeBlocks && kind is LambdaBodies.Kind.Value;
            // Around the block that another rewriter makes of it.
            _edits.Add(TextEdit.Before(body, $"{{ {_code.Statement(unit!.Probes[0])}{(returns ? "return " : "")}") with { Extent = body.Span.Length + 2 });
            _edits.Add(TextEdit.After(body, _options.LambdasBecomeBlocks ? " }" : "; }") with { Extent = body.Span.Length + 2 });
        }

        Within(unit, () => Visit(body));
    }

    /// <inheritdoc/>
    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is not IdentifierNameSyntax { Identifier.ValueText: "nameof" })
            Quoting(node, node.ArgumentList, () => base.VisitInvocationExpression(node));
    }

    /// <inheritdoc/>
    public override void VisitObjectCreationExpression(ObjectCreationExpressionSyntax node) => Quoting(node, node.ArgumentList, () => base.VisitObjectCreationExpression(node));

    /// <inheritdoc/>
    public override void VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node) =>
        Quoting(node, node.ArgumentList, () => base.VisitImplicitObjectCreationExpression(node));

    /// <summary>Visits a call, and gives it the text of arguments that it would take from the compiler.</summary>
    private void Quoting(ExpressionSyntax call, BaseArgumentListSyntax? arguments, Action visit)
    {
        var count = _edits.Count;
        visit();
        if (_edits.Count == count || arguments is null)
            return;
        var edited = _edits.Skip(count).ToList();
        foreach (var (name, text) in QuotedArguments.Of(call, arguments, Model).Where(quoted => edited.Exists(edit => quoted.Value.Span.Contains(edit.Start) || quoted.Value.Span.End == edit.Start)))
        {
            var literal = SymbolDisplay.FormatLiteral(TextOf(text), quote: true);
            _edits.Add(arguments.Arguments is [.., var last]
                ? TextEdit.After(last, $", {name}: {literal}") with { Extent = last.Span.Length + 3 }
                : TextEdit.Before(arguments.GetLastToken(), $"{name}: {literal}"));
        }
    }

    // The compiler takes the text as it stands, line breaks and all.
    private string TextOf(ExpressionSyntax value) =>
        _cell.ToOriginal(value.Span.End) - _cell.ToOriginal(value.SpanStart) == value.Span.Length ? value.ToString() : CodeOf(value);

    private void Region(SyntaxNode node, bool isType)
    {
        if (_isExcluded)
            return;
        var (file, first) = PlaceOf(node.SpanStart);
        _regions.Add((file, new CodeRegion(string.Join('.', _names.Reverse()), isType, first, PlaceOf(node.Span.End).Line)));
    }
}
