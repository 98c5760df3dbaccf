using Rlm.JavaScript.BuiltIns.Binary;
using Rlm.JavaScript.Execution;
using Rlm.JavaScript.Objects;

namespace Rlm.JavaScript.BuiltIns;

/// <summary>
/// The global <c>structuredClone</c>: a deep copy of data that keeps cycles and sharing
/// (<see href="https://html.spec.whatwg.org/multipage/structured-data.html#structuredserializeinternal"/>).
/// </summary>
internal static class StructuredClone
{
    public static Value CreateFunction(Realm realm) => realm.NewFunction("structuredClone", 1, Clone);

    private static Value Clone(in NativeCall call) =>
        call.Count == 0
            ? throw call.Agent.TypeError("The \"value\" argument must be specified")
            : new Copier(call.Agent).CopyAll(call[0]);

    /// <summary>Copies with a queue of objects whose contents are still to be copied.</summary>
    private sealed class Copier(Agent agent)
    {
        private const int EntryBytes = 64;
        private readonly Dictionary<JsObject, JsObject> _copies = new(ReferenceEqualityComparer.Instance);
        private readonly Queue<JsObject> _unfilled = new();

        public Value CopyAll(Value root)
        {
            Value copy = Copy(root);
            while (_unfilled.TryDequeue(out JsObject? source))
            {
                Fill(source, _copies[source]);
            }

            return copy;
        }

        /// <summary>The copy of a value; of an object that is new an empty copy, to be filled later.</summary>
        private Value Copy(Value value)
        {
            agent.Meter.Work(1);
            if (value.Reference is Symbol symbol)
            {
                throw Refused(symbol.ToString());
            }

            if (value.Reference is not JsObject source)
            {
                return value;
            }

            if (!_copies.TryGetValue(source, out JsObject? copy))
            {
                agent.Meter.Allocate(EntryBytes + ModelBytes.Array);
                copy = CreateCopy(source);
                _copies.Add(source, copy);
                _unfilled.Enqueue(source);
            }

            return copy;
        }

        private JsObject CreateCopy(JsObject source)
        {
            Realm realm = agent.Realm;
            switch (source)
            {
                case JsArray array:
                    JsArray target = realm.NewArray();
                    target.DeclareLength(array.Length);
                    return target;
                case JsMap:
                    return new JsMap(realm.ShapeOf(Intrinsic.MapPrototype), agent.Meter);
                case JsSet:
                    return new JsSet(realm.ShapeOf(Intrinsic.SetPrototype), agent.Meter);
                case JsError error:
                    return new JsError(realm.ShapeOf(PrototypeOf(error)));
                case JsPrimitiveObject { Primitive.IsSymbol: false } boxed:
                    return agent.ToObject(boxed.Primitive);
                case JsRegExp expression:
                    return ((RegExpPrototypeObject)realm[Intrinsic.RegExpPrototype]).NewInstance(expression.Pattern);
                case JsDate date:
                    return new JsDate(realm.ShapeOf(Intrinsic.DatePrototype), date.Time);
                case JsArrayBuffer buffer:
                    return CopyBuffer(buffer);
                case JsTypedArray view:
                    return TypedArrayFactory.View(
                        agent,
                        realm.ShapeOf(TypedArrayFactory.PrototypeOf(view.ElementType)),
                        view.ElementType,
                        (JsArrayBuffer)Copy(view.Buffer).AsObject(),
                        view.ByteOffset,
                        view.TracksLength ? null : view.IsOutOfBounds ? throw Refused("#<" + view.ClassName + ">") : view.Length);
                case JsDataView view:
                    return new JsDataView(
                        realm.ShapeOf(Intrinsic.DataViewPrototype),
                        (JsArrayBuffer)Copy(view.Buffer).AsObject(),
                        view.ByteOffset,
                        view.TracksLength ? null : view.IsOutOfBounds ? throw Refused("#<DataView>") : view.Length);
                default:
                    return source.GetType() == typeof(JsObject) || source is JsArguments ? realm.NewObject() : throw Refused(Describe(source));
            }
        }

        private JsArrayBuffer CopyBuffer(JsArrayBuffer source)
        {
            if (source.IsDetached)
            {
                throw Refused("An ArrayBuffer is detached and");
            }

            JsArrayBuffer copy = BinaryMemory.Allocate(agent, agent.Realm.ShapeOf(Intrinsic.ArrayBufferPrototype), source.Bytes.Length, source.MaxLength);
            BinaryMemory.Copy(agent, source.Bytes, copy.Bytes);
            return copy;
        }

        private void Fill(JsObject source, JsObject copy)
        {
            switch (source)
            {
                case JsMap map:
                    FillMap(map, (JsMap)copy);
                    break;
                case JsSet set:
                    FillSet(set, (JsSet)copy);
                    break;
                case JsError:
                    FillError(source, copy);
                    break;
                case JsArray { IsDense: true } array when array.Shape.Count == 0:
                    FillItems(array, (JsArray)copy);
                    break;
                case JsPrimitiveObject or JsRegExp or JsDate or JsArrayBuffer or JsTypedArray or JsDataView:
                    break;
                default:
                    FillProperties(source, copy);
                    break;
            }
        }

        private void FillItems(JsArray source, JsArray copy)
        {
            copy.TrySetLength(0);
            copy.Reserve(source.Count);
            for (int i = 0; i < source.Count; i++)
            {
                copy.Append(source.Items[i].IsHole ? Value.Hole : Copy(source.Items[i]));
            }
        }

        private void FillProperties(JsObject source, JsObject copy)
        {
            foreach (PropertyKey key in agent.OwnKeys(source))
            {
                if (!key.IsSymbol && source.GetOwnProperty(key, out Property property) && property.IsEnumerable)
                {
                    copy.Put(key, Copy(property.IsAccessor ? agent.Get(source, key) : property.Value));
                }
            }
        }

        private void FillMap(JsMap source, JsMap copy)
        {
            long cursor = 0;
            while (source.Table.MoveNext(ref cursor, out Value key, out Value value))
            {
                copy.Table.Set(Copy(key), Copy(value));
            }
        }

        private void FillSet(JsSet source, JsSet copy)
        {
            long cursor = 0;
            while (source.Table.MoveNext(ref cursor, out Value key, out _))
            {
                copy.Table.Set(Copy(key), Value.Undefined);
            }
        }

        private void FillError(JsObject source, JsObject copy)
        {
            foreach (Atom key in (ReadOnlySpan<Atom>)[Atoms.Stack, Atoms.Message, Atoms.Cause])
            {
                if (source.GetOwnProperty(key, out Property property) && !property.IsAccessor)
                {
                    Value value = ReferenceEquals(key, Atoms.Cause) ? Copy(property.Value) : agent.ToJsString(property.Value);
                    copy.Put(key, value, PropertyAttributes.Hidden);
                }
            }
        }

        /// <summary>The intrinsic prototype for the name that the error has.</summary>
        private Intrinsic PrototypeOf(JsError error) =>
            agent.Get(error, Atoms.Name).Reference is JsString name
                ? name.Span switch
                {
                    "EvalError" => Intrinsic.EvalErrorPrototype,
                    "RangeError" => Intrinsic.RangeErrorPrototype,
                    "ReferenceError" => Intrinsic.ReferenceErrorPrototype,
                    "SyntaxError" => Intrinsic.SyntaxErrorPrototype,
                    "TypeError" => Intrinsic.TypeErrorPrototype,
                    "URIError" => Intrinsic.UriErrorPrototype,
                    _ => Intrinsic.ErrorPrototype,
                }
                : Intrinsic.ErrorPrototype;

        private string Describe(JsObject source) => source switch
        {
            Closure closure => Agent.Quote(FunctionPrototype.SourceOf(agent.Realm, closure)),
            JsFunction function => $"function {Agent.Quote(JsString.Create(function.DisplayName))}() {{ [native code] }}",
            JsPrimitiveObject => "[object Symbol]",
            _ => $"#<{source.ClassName}>",
        };

        private GuestException Refused(string what)
        {
            JsError error = agent.NewError(Intrinsic.ErrorPrototype, $"{what} could not be cloned.");
            error.Put(Atoms.Name, Value.FromString("DataCloneError"), PropertyAttributes.Hidden);
            error.Put(agent.Realm.Key("code"), 25, PropertyAttributes.Hidden);
            return new GuestException(error);
        }
    }
}
