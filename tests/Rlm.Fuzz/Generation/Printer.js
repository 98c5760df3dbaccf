// A text for any value, the same in every engine, made with the built-ins as they are now. Messages and stacks of errors are left out.
const show = (function () {
  const { getOwnPropertyDescriptor, is, prototype: { toString } } = Object;
  const { isArray } = Array;
  const { ownKeys, apply } = Reflect;
  const { stringify } = JSON;
  const [text, ViewKinds, Kinds] = [String, ArrayBuffer.isView, { Error, Map, Set, Date, RegExp, Promise, ArrayBuffer }];
  const [tag, mapEach, setEach, time, source] = [toString, Map.prototype.forEach, Set.prototype.forEach, Date.prototype.getTime, RegExp.prototype.toString];
  const isA = (value, kind) => value instanceof kind && value !== kind.prototype;

  function property(value, key, depth, seen) {
    const descriptor = getOwnPropertyDescriptor(value, key);
    return descriptor === undefined ? "gone" : "value" in descriptor ? print(descriptor.value, depth + 1, seen) : "accessor";
  }

  function list(value, length, depth, seen) {
    let result = "[";
    for (let i = 0; i < length && i < 60; i++) {
      result += (i > 0 ? ", " : "") + (getOwnPropertyDescriptor(value, text(i)) === undefined ? "hole" : property(value, text(i), depth, seen));
    }
    return result + (length > 60 ? ", and more" : "") + "]";
  }

  function properties(value, depth, seen, skipsIndices) {
    let result = "";
    let count = 0;
    for (const key of ownKeys(value)) {
      const descriptor = getOwnPropertyDescriptor(value, key);
      if (descriptor === undefined || !descriptor.enumerable || (skipsIndices && typeof key === "string" && apply(/^\d+$/.test, /^\d+$/, [key]))) continue;
      if (count++ === 40) return result + ", and more";
      result += (result === "" ? "" : ", ") + (typeof key === "symbol" ? text(key) : stringify(key)) + ": " + property(value, key, depth, seen);
    }
    return result;
  }

  function print(value, depth, seen) {
    switch (typeof value) {
      case "string": return stringify(value);
      case "number": return is(value, -0) ? "-0" : text(value);
      case "bigint": return text(value) + "n";
      case "function": {
        const name = getOwnPropertyDescriptor(value, "name");
        return "function " + (name !== undefined && typeof name.value === "string" ? name.value : "?");
      }
      case "object": break;
      default: return text(value);
    }
    if (value === null) return "null";
    for (let i = 0; i < seen.length; i++) if (seen[i] === value) return "<cycle " + (seen.length - i) + ">";
    if (depth > 5) return "<deep>";
    seen = [...seen, value];
    if (isArray(value)) {
      const more = properties(value, depth, seen, true);
      return list(value, value.length, depth, seen) + (more === "" ? "" : " & {" + more + "}");
    }
    if (ViewKinds(value)) return apply(tag, value, []) + (value.length === undefined ? value.byteLength : list(value, value.length, depth, seen));
    let head = apply(tag, value, []);
    try {
      if (isA(value, Kinds.Error)) {
        const name = value.name;
        return "<" + (typeof name === "string" ? name : "error") + ">" + ("cause" in value ? " caused by " + property(value, "cause", depth, seen) : "");
      }
      if (isA(value, Kinds.Date)) head = "Date " + print(apply(time, value, []));
      else if (isA(value, Kinds.RegExp)) head = apply(source, value, []) + " at " + value.lastIndex;
      else if (isA(value, Kinds.Map)) {
        head = "Map(";
        apply(mapEach, value, [(item, key) => { if (head.length < 2000) head += print(key, depth + 1, seen) + " => " + print(item, depth + 1, seen) + ", "; }]);
        head += ")";
      } else if (isA(value, Kinds.Set)) {
        head = "Set(";
        apply(setEach, value, [item => { if (head.length < 2000) head += print(item, depth + 1, seen) + ", "; }]);
        head += ")";
      } else if (isA(value, Kinds.ArrayBuffer)) head = "ArrayBuffer " + value.byteLength;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
    return (head === "[object Object]" ? "" : head + " ") + "{" + properties(value, depth, seen, false) + "}";
  }

  return function show(value) {
    return print(value, 0, []);
  };
})();
