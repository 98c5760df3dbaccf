using Rlm.JavaScript.BuiltIns.Inspection;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>Writes one message to the output: formats as <c>util.format</c> does and indents by the open groups. What would not be kept is not formatted.</summary>
internal sealed class ConsolePrinter(Agent agent, int indentation)
{
    /// <summary>Lines are long enough that more than this beyond what is kept cannot change how what is kept is laid out.</summary>
    private const int Lookahead = 20_000;

    private bool _isLineStart = true;

    public void EndLine()
    {
        agent.Console.Write(agent.Meter, "\n");
        _isLineStart = true;
    }

    public void Write(ReadOnlySpan<char> text)
    {
        if (indentation == 0 || agent.Console.IsFull)
        {
            agent.Console.Write(agent.Meter, text);
            return;
        }

        while (!text.IsEmpty)
        {
            if (_isLineStart)
            {
                agent.Console.Write(agent.Meter, new string(' ', indentation));
            }

            int end = text.IndexOf('\n') + 1;
            _isLineStart = end > 0;
            end = end == 0 ? text.Length : end;
            agent.Console.Write(agent.Meter, text[..end]);
            text = text[end..];
        }
    }

    /// <summary>Shows a value; of objects that would not be kept not even the length is made out.</summary>
    public void WriteInspected(Value value, InspectOptions? options = null)
    {
        if (!agent.Console.IsFull || !value.IsObject)
        {
            Write(Inspect(value, options ?? InspectOptions.Default));
        }
    }

    public string Inspect(Value value, InspectOptions options) =>
        Inspector.Inspect(agent, value, options with { MaxLength = agent.Console.Remaining + Lookahead });

    /// <summary>Writes arguments as <c>console.log</c> does: a first text with placeholders takes its share of them, the others follow with spaces between.</summary>
    public void WriteFormatted(ReadOnlySpan<Value> arguments)
    {
        if (arguments.IsEmpty)
        {
            return;
        }

        int next = 1;
        if (arguments[0].Reference is JsString format)
        {
            if (arguments.Length == 1)
            {
                Write(format.Span);
            }
            else
            {
                WriteTemplate(format.Span, arguments, ref next);
            }
        }
        else
        {
            WriteInspected(arguments[0]);
        }

        for (; next < arguments.Length; next++)
        {
            agent.Meter.Work(1);
            Write(" ");
            WriteArgument(arguments[next]);
        }
    }

    private void WriteArgument(Value value)
    {
        if (value.Reference is JsString text)
        {
            Write(text.Span);
        }
        else
        {
            WriteInspected(value);
        }
    }

    private void WriteTemplate(ReadOnlySpan<char> format, ReadOnlySpan<Value> arguments, ref int next)
    {
        while (format.IndexOf('%') is var percent and >= 0)
        {
            agent.Meter.Work(1 + (percent / 16));
            Write(format[..percent]);
            char letter = percent + 1 < format.Length ? format[percent + 1] : '\0';
            format = format[Math.Min(percent + 2, format.Length)..];
            if (letter == '%')
            {
                Write("%");
            }
            else if (letter is not ('s' or 'd' or 'i' or 'f' or 'j' or 'o' or 'O' or 'c') || next == arguments.Length)
            {
                Write("%");
                Write(letter == '\0' ? [] : [letter]);
            }
            else
            {
                WritePlaceholder(letter, arguments[next++]);
            }
        }

        Write(format);
    }

    private void WritePlaceholder(char letter, Value value)
    {
        switch (letter)
        {
            case 's':
                WriteAsText(value);
                break;
            case 'j':
                Write(JsonObject.StringifyForConsole(agent, value).Span);
                break;
            case 'o':
                WriteInspected(value, InspectOptions.Default with { Depth = 4 });
                break;
            case 'O':
                WriteInspected(value);
                break;
            case 'c':
                break;
            default:
                WriteNumber(letter, value);
                break;
        }
    }

    private void WriteNumber(char letter, Value value)
    {
        if (value.Reference is JsBigInt && letter != 'f')
        {
            WriteInspected(value);
            return;
        }

        double number = value.Reference switch
        {
            Symbol => double.NaN,
            _ when letter == 'd' => agent.ToNumber(value),
            _ => Parse(letter, agent.ToJsString(value)),
        };
        WriteInspected(number);
    }

    private double Parse(char letter, JsString text)
    {
        agent.Meter.Work(text.Length / 16);
        return letter == 'i' ? NumberParsing.ParseInt(text.Span, 10) : NumberParsing.ParseFloat(text.Span);
    }

    /// <summary><c>%s</c>: objects with a <c>toString</c> of their own class are asked for it, all others are shown without their inner objects.</summary>
    private void WriteAsText(Value value)
    {
        switch (value.Reference)
        {
            case JsString text:
                Write(text.Span);
                break;
            case JsFunction:
                Write(agent.ToJsString(value).Span);
                break;
            case JsObject instance when agent.FindProperty(instance, Atoms.ToStringName, out Property property) && property is { IsAccessor: false, Value.Reference: Closure }:
                Write(agent.ToJsString(value).Span);
                break;
            default:
                WriteInspected(value, InspectOptions.Default with { Depth = 0 });
                break;
        }
    }
}
