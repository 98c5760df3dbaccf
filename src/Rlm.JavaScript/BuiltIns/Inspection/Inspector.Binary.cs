using System.Globalization;
using System.Text;
using Rlm.JavaScript.Numerics;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns.Inspection;

/// <content>Typed arrays, buffers and their views.</content>
internal sealed partial class Inspector
{
    private Anatomy DissectTyped(JsTypedArray array, string? constructor) => new()
    {
        Keys = NamedKeys(array),
        Opening = Prefix(constructor, array.ClassName, array.ClassName, $"({NumberText.ToText(array.Length)})") + "[",
        Closing = "]",
        IsArray = true,
        IsComplete = array.Length == 0,
        Fill = (entries, _) => FillTyped(array, entries),
    };

    private Anatomy DissectBuffer(JsArrayBuffer buffer, string? constructor, string tag) => new()
    {
        Keys = EnumerableKeys(buffer),
        Opening = Prefix(constructor, tag, buffer.ClassName) + "{",
        Fill = (entries, _) => FillBuffer(buffer, entries),
    };

    private Anatomy DissectView(JsDataView view, string? constructor, string tag) => new()
    {
        Keys = EnumerableKeys(view),
        Opening = Prefix(constructor, tag, view.ClassName) + "{",
        Fill = (entries, level) =>
        {
            entries.Add($"byteLength: {NumberText.ToText(view.IsOutOfBounds ? 0 : view.Length)}");
            entries.Add($"byteOffset: {NumberText.ToText(view.ByteOffset)}");
            _indentation += 2;
            entries.Add($"buffer: {Format(view.Buffer, level)}");
            _indentation -= 2;
        },
    };

    private void FillTyped(JsTypedArray array, List<string> entries)
    {
        int length = array.Length;
        int shown = 0;
        while (shown < length && shown < _options.MaxArrayLength && !IsSpent)
        {
            _agent.Meter.Work(1);
            array.TryGetElement((uint)shown++, out Value element);
            entries.Add(Charge(FormatPrimitive(element)));
        }

        AddRemaining(entries, length - shown);
    }

    private void FillBuffer(JsArrayBuffer buffer, List<string> entries)
    {
        if (buffer.IsDetached)
        {
            entries.Add("(detached)");
        }
        else
        {
            int shown = Math.Min(buffer.Bytes.Length, _options.MaxArrayLength);
            _agent.Meter.Work(shown);
            var text = new StringBuilder("[Uint8Contents]: <");
            for (int i = 0; i < shown; i++)
            {
                text.Append(i == 0 ? string.Empty : " ").Append(buffer.Bytes[i].ToString("x2", CultureInfo.InvariantCulture));
            }

            int hidden = buffer.Bytes.Length - shown;
            if (hidden > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $" ... {hidden} more byte{(hidden > 1 ? "s" : string.Empty)}");
            }

            entries.Add(Charge(text.Append('>').ToString()));
        }

        entries.Add($"byteLength: {NumberText.ToText(buffer.Bytes.Length)}");
    }
}
