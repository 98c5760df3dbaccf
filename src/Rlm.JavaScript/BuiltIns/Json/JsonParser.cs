using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Json;

/// <summary>Parses JSON text into guest values (ECMA-262 §25.5.1), with an explicit stack.</summary>
internal sealed partial class JsonParser(Agent agent, JsString text)
{
    private Value[] _values = new Value[16];
    private PropertyKey[] _keys = new PropertyKey[8];
    private Level[] _levels = new Level[8];
    private int _valueCount;
    private int _keyCount;
    private int _depth;
    private int _position;

    public Value Parse() => Parse(text.Span);

    private Value Parse(ReadOnlySpan<char> source)
    {
        while (true)
        {
            agent.Meter.Work(1);
            if (!TryBeginValue(source, out Value value))
            {
                continue;
            }

            // The value is whole; it may be the last of the array or object around it, and so on.
            while (_depth > 0)
            {
                Push(value);
                SkipWhiteSpace(source);
                char next = _position < source.Length ? source[_position] : '\0';
                bool isArray = _levels[_depth - 1].IsArray;
                if (next == ',')
                {
                    _position++;
                    if (!isArray)
                    {
                        ReadKey(source, isFirst: false);
                    }

                    break;
                }

                if (next != (isArray ? ']' : '}'))
                {
                    throw ErrorAt(isArray ? "Expected ',' or ']' after array element in JSON" : "Expected ',' or '}' after property value in JSON", _position);
                }

                _position++;
                value = isArray ? CloseArray() : CloseObject();
            }

            if (_depth == 0)
            {
                SkipWhiteSpace(source);
                return _position == source.Length ? value : throw ErrorAt("Unexpected non-whitespace character after JSON", _position);
            }
        }
    }

    /// <summary>Reads a whole value, or opens an array or object that is not empty and returns false.</summary>
    private bool TryBeginValue(ReadOnlySpan<char> source, out Value value)
    {
        SkipWhiteSpace(source);
        value = default;
        char first = _position < source.Length ? source[_position] : '\0';
        switch (first)
        {
            case '"':
                value = ReadString(source);
                return true;
            case '-' or (>= '0' and <= '9'):
                value = ReadNumber(source);
                return true;
            case '{':
                _position++;
                SkipWhiteSpace(source);
                if (_position < source.Length && source[_position] == '}')
                {
                    _position++;
                    value = agent.Realm.NewObject();
                    return true;
                }

                Open(isArray: false);
                ReadKey(source, isFirst: true);
                return false;
            case '[':
                _position++;
                SkipWhiteSpace(source);
                if (_position < source.Length && source[_position] == ']')
                {
                    _position++;
                    value = agent.Realm.NewArray();
                    return true;
                }

                Open(isArray: true);
                return false;
            case 't':
                ReadLiteral(source, "true");
                value = Value.True;
                return true;
            case 'f':
                ReadLiteral(source, "false");
                value = Value.False;
                return true;
            case 'n':
                ReadLiteral(source, "null");
                value = Value.Null;
                return true;
            default:
                throw Unexpected(source);
        }
    }

    private void ReadKey(ReadOnlySpan<char> source, bool isFirst)
    {
        SkipWhiteSpace(source);
        if (_position == source.Length || source[_position] != '"')
        {
            throw ErrorAt(isFirst ? "Expected property name or '}' in JSON" : "Expected double-quoted property name in JSON", _position);
        }

        PropertyKey key = ReadName(source);
        SkipWhiteSpace(source);
        if (_position == source.Length || source[_position] != ':')
        {
            throw isFirst ? ErrorAt("Expected ':' after property name in JSON", _position) : Unexpected(source);
        }

        _position++;
        if (_keyCount == _keys.Length)
        {
            agent.Meter.Allocate(32L * _keys.Length);
            Array.Resize(ref _keys, _keys.Length * 2);
        }

        _keys[_keyCount++] = key;
    }

    private double ReadNumber(ReadOnlySpan<char> source)
    {
        int start = _position;
        int position = start;
        bool isNegative = source[position] == '-';
        position += isNegative ? 1 : 0;
        int digits = CountDigits(source, position);
        if (digits == 0)
        {
            throw ErrorAt("No number after minus sign in JSON", position);
        }

        if (source[position] == '0' && digits > 1)
        {
            throw ErrorAt("Unexpected number in JSON", position + 1);
        }

        int end = position + digits;
        bool isInteger = true;
        if (end < source.Length && source[end] == '.')
        {
            isInteger = false;
            int fraction = CountDigits(source, end + 1);
            end += fraction == 0 ? throw ErrorAt("Unterminated fractional number in JSON", end + 1) : fraction + 1;
        }

        if (end < source.Length && (source[end] | 0x20) == 'e')
        {
            isInteger = false;
            int exponent = end + 1;
            exponent += exponent < source.Length && source[exponent] is '+' or '-' ? 1 : 0;
            int exponentDigits = CountDigits(source, exponent);
            end = exponentDigits == 0 ? throw ErrorAt("Exponent part is missing a number in JSON", exponent) : exponent + exponentDigits;
        }

        _position = end;
        if (!isInteger || digits > 15)
        {
            agent.Meter.Work((end - start) / 16);
            return NumberParsing.ParseFloat(source[start..end]);
        }

        long integer = 0;
        foreach (char digit in source.Slice(position, digits))
        {
            integer = (integer * 10) + (digit - '0');
        }

        return isNegative ? -(double)integer : integer;
    }

    private static int CountDigits(ReadOnlySpan<char> source, int start)
    {
        int end = start;
        while (end < source.Length && (uint)(source[end] - '0') <= 9)
        {
            end++;
        }

        return end - start;
    }

    private void ReadLiteral(ReadOnlySpan<char> source, string literal)
    {
        foreach (char expected in literal)
        {
            if (_position == source.Length || source[_position] != expected)
            {
                throw Unexpected(source);
            }

            _position++;
        }
    }

    private void SkipWhiteSpace(ReadOnlySpan<char> source)
    {
        int start = _position;
        while (_position < source.Length && source[_position] is ' ' or '\n' or '\r' or '\t')
        {
            _position++;
        }

        agent.Meter.Work((_position - start) / 16);
    }

    private void Push(Value value)
    {
        if (_valueCount == _values.Length)
        {
            agent.Meter.Allocate(ModelBytes.Values(_values.Length * 2L));
            Array.Resize(ref _values, _values.Length * 2);
            agent.Meter.Release(ModelBytes.Values(_values.Length / 2));
        }

        _values[_valueCount++] = value;
    }

    private void Open(bool isArray)
    {
        if (_depth == _levels.Length)
        {
            agent.Meter.Allocate(24L * _levels.Length);
            Array.Resize(ref _levels, _levels.Length * 2);
        }

        _levels[_depth++] = new Level { ValueStart = _valueCount, KeyStart = _keyCount, IsArray = isArray };
    }

    private struct Level
    {
        public int ValueStart;
        public int KeyStart;
        public bool IsArray;
    }
}
