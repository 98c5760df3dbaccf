using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>FlattenIntoArray (ECMA-262 §23.1.3.13.1), with an explicit stack.</summary>
internal static class ArrayFlattening
{
    /// <summary>Appends a value to the result, or the elements of an array; returns the new count.</summary>
    public static double Append(Agent agent, JsObject result, double count, Value value)
    {
        if (value.Reference is JsObject array && agent.IsArray(value))
        {
            return Flatten(agent, result, count, array, agent.LengthOf(array), depth: 0);
        }

        ArrayLike.Create(agent, result, count, value);
        return count + 1;
    }

    /// <summary>Appends the elements of an array-like, and those of arrays within it down to a depth; returns the new count.</summary>
    public static double Flatten(Agent agent, JsObject result, double count, JsObject source, double length, double depth)
    {
        var outer = new Stack<(JsObject Source, double Length, double Index)>();
        double index = 0;
        while (true)
        {
            if (index >= length)
            {
                if (outer.Count == 0)
                {
                    return count;
                }

                (source, length, index) = outer.Pop();
                continue;
            }

            agent.Meter.Work(1);
            if (!ArrayLike.TryGet(agent, source, index, out Value element))
            {
                index = ArrayLike.SkipHoles(source, index, length) + 1;
                continue;
            }

            index++;
            if (element.Reference is JsObject nested && depth > outer.Count && agent.IsArray(element))
            {
                if (outer.Count == Agent.MaxCallDepth)
                {
                    throw agent.RangeError("Maximum call stack size exceeded");
                }

                outer.Push((source, length, index));
                (source, length, index) = (nested, agent.LengthOf(nested), 0);
                continue;
            }

            if (count >= ArrayLike.MaxSafeLength)
            {
                throw agent.TypeError("Invalid array length: flat would exceed 2 ** 53 - 1 elements");
            }

            ArrayLike.Create(agent, result, count++, element);
        }
    }
}
