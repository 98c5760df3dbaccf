using Rlm.JavaScript.Syntax;

namespace Rlm.JavaScript.Compilation;

/// <content>The walk over the tree. Its recursion is bounded by the parser's depth limit.</content>
internal sealed partial class ScopeAnalysis
{
    private void Statements(IReadOnlyList<Statement> statements)
    {
        foreach (Statement statement in statements)
        {
            Visit(statement);
        }
    }

    private void Visit(Statement? statement)
    {
        _meter.Work(1);
        switch (statement)
        {
            case VariableDeclaration declaration:
                Visit(declaration);
                break;
            case FunctionDeclaration function:
                Visit(function.Function);
                break;
            case ClassDeclaration @class:
                Visit(@class.Class);
                break;
            case ExpressionStatement expression:
                Visit(expression.Expression);
                break;
            case BlockStatement block:
                VisitBlock(block, block.Body);
                break;
            case IfStatement @if:
                foreach (IfClause clause in @if.Clauses)
                {
                    Visit(clause.Test);
                    Visit(clause.Consequent);
                }

                Visit(@if.Alternate);
                break;
            case ForStatement @for:
                Visit(@for);
                break;
            case ForEachStatement forEach:
                Visit(forEach);
                break;
            case WhileStatement @while:
                Visit(@while.Test);
                Visit(@while.Body);
                break;
            case DoWhileStatement doWhile:
                Visit(doWhile.Body);
                Visit(doWhile.Test);
                break;
            case ReturnStatement @return:
                Visit(@return.Argument);
                UseThis(@return.Start);
                break;
            case ThrowStatement @throw:
                Visit(@throw.Argument);
                break;
            case TryStatement @try:
                Visit(@try);
                break;
            case SwitchStatement @switch:
                Visit(@switch);
                break;
            case LabeledStatement labeled:
                Visit(labeled.Body);
                break;
        }
    }

    private void VisitBlock(Node owner, IReadOnlyList<Statement> body)
    {
        Open(owner);
        DeclareLexical(body);
        Statements(body);
        Close();
    }

    private void Visit(VariableDeclaration declaration)
    {
        foreach (VariableDeclarator declarator in declaration.Declarators)
        {
            VisitTarget(declarator.Target, isDeclaration: true);
            Visit(declarator.Initializer);
        }
    }

    private void Visit(ForStatement loop)
    {
        Open(loop);
        if (loop.Initializer is VariableDeclaration { Kind: not VariableKind.Var } declaration)
        {
            DeclareLexical([declaration]);
        }

        VisitNode(loop.Initializer);
        Visit(loop.Test);
        Visit(loop.Update);
        Visit(loop.Body);
        Close();
    }

    private void Visit(ForEachStatement loop)
    {
        Open(loop);
        if (loop.Left is VariableDeclaration { Kind: not VariableKind.Var } declaration)
        {
            // The names are in their dead zone while the right side is evaluated.
            foreach (VariableDeclarator declarator in declaration.Declarators)
            {
                DeclareTarget(declarator.Target, declaration.Kind == VariableKind.Const ? BindingKind.Const : BindingKind.Let, loop.Right.End);
            }
        }

        Visit(loop.Right);
        if (loop.Left is VariableDeclaration left)
        {
            Visit(left);
        }
        else
        {
            VisitTarget(loop.Left, isDeclaration: false);
        }

        Visit(loop.Body);
        Close();
    }

    private void Visit(TryStatement @try)
    {
        Visit(@try.Block);
        if (@try.Handler is { } handler)
        {
            Open(@try);
            if (@try.Parameter is { } parameter)
            {
                DeclareTarget(parameter, BindingKind.CatchParameter, declaredAt: 0);
                VisitTarget(parameter, isDeclaration: true);
            }

            Visit(handler);
            Close();
        }

        Visit(@try.Finalizer);
    }

    private void Visit(SwitchStatement @switch)
    {
        Visit(@switch.Discriminant);
        Open(@switch).IsSwitch = true;
        foreach (SwitchCase @case in @switch.Cases)
        {
            DeclareLexical(@case.Body);
        }

        foreach (SwitchCase @case in @switch.Cases)
        {
            Visit(@case.Test);
            Statements(@case.Body);
        }

        Close();
    }

    private void VisitNode(Node? node)
    {
        if (node is Statement statement)
        {
            Visit(statement);
        }
        else
        {
            Visit((Expression?)node);
        }
    }

    /// <summary>
    /// Visits the target of a declaration or assignment. A name that is assigned to is used, so that captured ones become known; one that is declared is not:
    /// its initialisation comes before the end of its declaration and would count as a use in the dead zone.
    /// </summary>
    private void VisitTarget(Node? target, bool isDeclaration)
    {
        switch (target)
        {
            case ArrayPattern array:
                foreach (PatternElement? element in array.Elements)
                {
                    VisitTarget(element, isDeclaration);
                }

                VisitTarget(array.Rest, isDeclaration);
                break;
            case ObjectPattern pattern:
                foreach (PatternProperty property in pattern.Properties)
                {
                    Visit(property.Key.Computed);
                    VisitTarget(property.Value, isDeclaration);
                }

                VisitTarget(pattern.Rest, isDeclaration);
                break;
            case PatternElement element:
                VisitTarget(element.Target, isDeclaration);
                Visit(element.DefaultValue);
                break;
            case Identifier when isDeclaration:
                break;
            case Expression expression:
                Visit(expression);
                break;
        }
    }

    private void Visit(Expression? expression)
    {
        _meter.Work(1);
        if (!VisitOperator(expression))
        {
            VisitPrimary(expression);
        }
    }

    private bool VisitOperator(Expression? expression)
    {
        switch (expression)
        {
            case ChainExpression chain:
                Visit(chain);
                return true;
            case BinaryExpression binary:
                Visit(binary);
                return true;
            case UnaryExpression unary:
                Visit(unary.Operand);
                return true;
            case UpdateExpression update:
                Visit(update.Target);
                return true;
            case LogicalExpression logical:
                Visit(logical.Operands);
                return true;
            case ConditionalExpression conditional:
                Visit(conditional);
                return true;
            case AssignmentExpression assignment:
                VisitTarget(assignment.Target, isDeclaration: false);
                Visit(assignment.Value);
                return true;
            case SequenceExpression sequence:
                Visit(sequence.Expressions);
                return true;
            case AwaitExpression await:
                Visit(await.Argument);
                return true;
            case YieldExpression yield:
                Visit(yield.Argument);
                return true;
            default:
                return false;
        }
    }

    private void VisitPrimary(Expression? expression)
    {
        switch (expression)
        {
            case Identifier identifier:
                Use(identifier.Name, identifier.Start);
                break;
            case ThisExpression:
                UseThis(expression.Start);
                break;
            case PrivateNameExpression name:
                Use("#" + name.Name, name.Start);
                break;
            case TemplateLiteral template:
                Visit(template.Expressions);
                break;
            case ArrayLiteral array:
                Visit(array.Elements);
                break;
            case SpreadElement spread:
                Visit(spread.Argument);
                break;
            case ObjectLiteral literal:
                Visit(literal);
                break;
            case FunctionExpression function:
                VisitExpression(function.Function);
                break;
            case ClassExpression @class:
                Visit(@class.Class);
                break;
            case NewExpression @new:
                Visit(@new.Callee);
                Visit(@new.Arguments);
                break;
        }
    }

    private void Visit(BinaryExpression binary)
    {
        Visit(binary.First);
        foreach (BinaryOperation operation in binary.Operations)
        {
            Visit(operation.Operand);
        }
    }

    private void Visit(ConditionalExpression conditional)
    {
        foreach (ConditionalArm arm in conditional.Arms)
        {
            Visit(arm.Test);
            Visit(arm.Consequent);
        }

        Visit(conditional.Alternate);
    }

    private void Visit(ObjectLiteral literal)
    {
        foreach (ObjectProperty property in literal.Properties)
        {
            Visit(property.Key?.Computed);
            Visit(property.Value);
        }
    }

    private void Visit(IReadOnlyList<Expression?> expressions)
    {
        foreach (Expression? expression in expressions)
        {
            Visit(expression);
        }
    }

    private void Visit(ChainExpression chain)
    {
        Visit(chain.Base);
        if (chain.Base is SuperExpression)
        {
            UseThis(chain.Start);
        }

        foreach (ChainLink link in chain.Links)
        {
            switch (link)
            {
                case IndexLink index:
                    Visit(index.Index);
                    break;
                case CallLink call:
                    Visit(call.Arguments);
                    break;
                case TemplateLink template:
                    Visit(template.Expressions);
                    break;
                case PrivateLink name:
                    Use("#" + name.Name, name.Start);
                    break;
            }
        }
    }

    /// <summary>A named function expression has a scope around it for its own name.</summary>
    private void VisitExpression(FunctionNode function)
    {
        if (function is not { Kind: FunctionKind.Normal, Name: { } name })
        {
            Visit(function);
            return;
        }

        _current = new LexicalScope(_current, _function);
        _nameScopes.Add(function, _current);
        _current.Declare(name, BindingKind.FunctionName, declaredAt: 0);
        Visit(function);
        Close();
    }

    private void Visit(FunctionNode? function)
    {
        if (function is null)
        {
            return;
        }

        FunctionScope outer = _function;
        _function = new FunctionScope(outer, function);
        LexicalScope scope = Open(function);
        bool isApart = HasParameterExpressions(function);
        DeclareParameters(function, scope);
        foreach (PatternElement parameter in function.Parameters)
        {
            VisitTarget(parameter, isDeclaration: true);
        }

        VisitTarget(function.Rest, isDeclaration: true);
        if (isApart)
        {
            _current = new LexicalScope(_current, _function);
            _bodyScopes.Add(function, _current);
        }

        HoistVars(function.Body);
        DeclareLexical(function.Body);
        Statements(function.Body);
        Visit(function.ExpressionBody);
        if (isApart)
        {
            Close();
        }

        Close();
        _function = outer;
    }

    private void DeclareParameters(FunctionNode function, LexicalScope scope)
    {
        foreach (PatternElement parameter in function.Parameters)
        {
            DeclareTarget(parameter.Target, BindingKind.Parameter, parameter.End);
        }

        if (function.Rest is { } rest)
        {
            DeclareTarget(rest, BindingKind.Parameter, rest.End);
        }

        if (function.Kind == FunctionKind.DerivedConstructor)
        {
            scope.Declare("this", BindingKind.This, declaredAt: int.MaxValue);
        }
    }

    /// <summary>
    /// A class has a scope for its name and private names around all of it. Keys of fields that are computed once are kept in hidden variables,
    /// and the initialisers run in a function of their own.
    /// </summary>
    private void Visit(ClassNode @class)
    {
        LexicalScope scope = Open(@class);
        if (@class.Name is { } name)
        {
            scope.Declare(name, BindingKind.Const, @class.End);
        }

        DeclarePrivateNames(@class, scope);
        Visit(@class.SuperClass);
        Visit(@class.Constructor);
        for (int i = 0; i < @class.Elements.Count; i++)
        {
            ClassElement element = @class.Elements[i];
            Visit(element.Key?.Computed);
            Visit(element.Function);
            Visit(element.Initializer);
            if (element.Kind == ClassElementKind.Field && element.Key!.Computed is not null)
            {
                scope.Declare(ClassNames.ComputedKey(i), BindingKind.Hidden, declaredAt: 0).IsCaptured = true;
            }
        }

        Close();
    }

    private static void DeclarePrivateNames(ClassNode @class, LexicalScope scope)
    {
        foreach (ClassElement element in @class.Elements)
        {
            if (element.Key?.PrivateName is { } privateName)
            {
                // Methods and initialisers use the names from functions that the compiler makes up, so they are always kept in the scope.
                scope.Declare("#" + privateName, BindingKind.Hidden, declaredAt: 0).IsCaptured = true;
                if (element.Kind == ClassElementKind.Method)
                {
                    scope.Declare(ClassNames.PrivateMethod(privateName), BindingKind.Hidden, declaredAt: 0).IsCaptured = true;
                }
                else if (element.Kind is ClassElementKind.Getter or ClassElementKind.Setter)
                {
                    scope.Declare(ClassNames.PrivateAccessor(privateName, element.Kind), BindingKind.Hidden, declaredAt: 0).IsCaptured = true;
                }
            }
        }
    }
}

/// <summary>The names of hidden variables of a class; none can be written in the source.</summary>
internal static class ClassNames
{
    public static string ComputedKey(int element) => $"%key{element}";

    public static string PrivateMethod(string name) => $"%method#{name}";

    public static string PrivateAccessor(string name, ClassElementKind kind) => $"%{kind}#{name}";
}
