// All built-in functions with their paths, and large values to call them on and with.
globalThis.FUNCTIONS = [];
globalThis.PATHS = [];
{
  const seen = new Set([FUNCTIONS, PATHS]);
  const pending = [];
  const add = (path, value) => {
    if (value === null || (typeof value !== "object" && typeof value !== "function") || seen.has(value)) return;
    seen.add(value);
    pending.push([path, value]);
    if (typeof value === "function") {
      FUNCTIONS.push(value);
      PATHS.push(path);
    }
  };
  add("globalThis", globalThis);
  const hidden = { "%ArrayIterator%": [].values(), "%MapIterator%": new Map().values(), "%SetIterator%": new Set().values(), "%StringIterator%": ""[Symbol.iterator](), "%RegExpStringIterator%": "".matchAll(/a/g),
    "%Generator%": (function* () {})(), "%AsyncGenerator%": (async function* () {})(), "%AsyncFunction%": async () => {}, "%IteratorHelper%": [].values().map((x) => x), "%WrappedIterator%": Iterator.from({ next() {} }) };
  for (const [path, value] of Object.entries(hidden)) add(path, Object.getPrototypeOf(value));
  while (pending.length > 0) {
    const [path, value] = pending.shift();
    add(path + ".[[Prototype]]", Object.getPrototypeOf(value));
    for (const key of Reflect.ownKeys(value)) {
      const property = Object.getOwnPropertyDescriptor(value, key);
      const name = path === "globalThis" ? String(key) : typeof key === "symbol" ? `${path}[${key.description}]` : `${path}.${key}`;
      add(name, property.value);
      add("get " + name, property.get);
      add("set " + name, property.set);
    }
  }
}

globalThis.N = 10000;
globalThis.make = {
  flat: () => "abc d,".repeat(N),
  rope: () => { let text = ""; for (let i = 0; i < N; i++) text += i; return text; },
  wide: () => "\u00e4\u0323\ud83d\ude00".repeat(N),
  digits: () => "7".repeat(N),
  numbers: () => Array.from({ length: N }, (_, i) => (i * 7919) % N),
  texts: () => Array.from({ length: N }, (_, i) => "k" + i),
  pairs: () => Array.from({ length: N }, (_, i) => ["k" + i, i]),
  holes: () => { const array = []; array[N] = 1; array.length = N; return array; },
  sparse: () => { const array = []; for (let i = 0; i < 1000; i++) array[i * 4e6 + 1e6] = i; return array; },
  nested: () => { let array = []; for (let i = 0; i < N; i++) array = [array]; return array; },
  object: () => Object.fromEntries(Array.from({ length: N }, (_, i) => ["k" + i, i])),
  arrayLike: () => ({ length: 4e9, 0: 1 }),
  map: () => new Map(Array.from({ length: N }, (_, i) => [i, i])),
  set: () => new Set(Array.from({ length: N }, (_, i) => i)),
  otherSet: () => new Set(Array.from({ length: N }, (_, i) => i + N / 2)),
  bytes: () => new Uint8Array(N * 10),
  doubles: () => new Float64Array(N).map((_, i) => (i * 7919) % N),
  buffer: () => new ArrayBuffer(N * 10),
  view: () => new DataView(new ArrayBuffer(N * 10)),
  big: () => 7n ** 20000n,
  generator: () => (function* () { for (let i = 0; i < N; i++) yield i; })(),
  iterator: () => Array.from({ length: N }, (_, i) => i).values(),
  helper: () => Array.from({ length: N }, (_, i) => i).values().map((x) => x),
  bound: () => Math.max.bind(null, ...Array.from({ length: N }, (_, i) => i)),
  regexp: () => /(\w+)\s*(?<last>.)?/g,
  pattern: () => new RegExp("(?:ab?|c)*".repeat(200), "g"),
  proxy: () => new Proxy(Object.fromEntries(Array.from({ length: N }, (_, i) => ["k" + i, i])), {}),
  error: () => new Error("abc ".repeat(N), { cause: new Error("b") }),
  date: () => new Date(1e12),
  promise: () => Promise.resolve(1),
  symbol: () => Symbol("q"),
  plain: () => ({ a: 1 }),
  callback: () => (x) => x,
  order: () => (a, b) => a - b,
  key: () => (x) => "k" + x,
  truth: () => () => true,
};
globalThis.RECEIVERS = ["flat", "rope", "wide", "numbers", "texts", "pairs", "holes", "sparse", "nested", "object", "arrayLike", "map", "set", "bytes", "doubles", "buffer", "view", "big", "generator", "iterator", "helper",
  "bound", "regexp", "pattern", "proxy", "error", "date", "promise", "symbol", "plain", "callback"];
globalThis.ARGUMENTS = [
  [], ["flat"], ["rope"], ["wide"], ["digits"], ["numbers"], ["texts"], ["pairs"], ["holes"], ["sparse"], ["nested"], ["object"], ["arrayLike"], ["map"], ["otherSet"], ["bytes"], ["buffer"], ["big"], ["generator"], ["iterator"], ["bound"],
  ["proxy"], ["error"], ["callback"], ["order"], ["key"], ["truth"], ["regexp"], ["pattern", "flat"], ["regexp", "flat"], ["flat", "flat"], ["numbers", "callback"], ["numbers", "key"], ["texts", "truth"], ["callback", "numbers"],
  ["plain", "numbers"], ["object", "object"], ["flat", "truth"], ["plain", "callback", "numbers"], ["numbers", "plain", "pairs"],
];
globalThis.NUMBERS = [[0], [3], [20000], [-1], [1e6], [16, 4], [0, 20000, 1], [0, 0, 1], [2, 19000], [100000, "ab"], [100000, " "], [" ", 100000], ["a", "b"], ["0", "99"], ["k1"], ["k1", { value: 1, writable: true, configurable: true, enumerable: true }]];
const apply = Function.prototype.apply.call.bind(Function.prototype.apply);
globalThis.prepare = (path, receiver, given) => {
  const f = FUNCTIONS[PATHS.indexOf(path)];
  const self = make[receiver]();
  const values = typeof given === "number" ? NUMBERS[given] : given.map((name) => make[name]());
  return () => {
    try {
      const made = apply(f, self, values);
      if (typeof made?.next === "function") made.next();
      if (made instanceof Promise) made.catch(() => {});
    } catch {}
    try {
      if (receiver === "plain") new f(...values);
    } catch {}
  };
};

// Functions of constructors do not look at their receiver; those of prototypes refuse most with a TypeError, whatever they are given.
globalThis.receiversOf = (path) => {
  if (!path.includes("rototype") && !path.includes("%")) return ["plain"];
  const f = FUNCTIONS[PATHS.indexOf(path)];
  const tries = [[], [(x) => x], ["k1"], [[1]], [new Set([1])], [/a/g]];
  return RECEIVERS.filter((receiver) => {
    const self = make[receiver]();
    return self?.length > 4e6 || tries.some((values) => {
      try {
        const made = apply(f, self, values);
        if (made instanceof Promise) made.catch(() => {});
        return true;
      } catch (error) {
        return !(error instanceof TypeError);
      }
    });
  });
};
0
