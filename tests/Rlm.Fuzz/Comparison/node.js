// Evaluates bodies of async functions, one for each line of the input, and writes what they return, or the error that they end with.
const { Console } = require("node:console");
const { createInterface } = require("node:readline");
const { Writable } = require("node:stream");
const vm = require("node:vm");

let printed = "";
const stream = new Writable({ decodeStrings: false, write(chunk, _, done) { printed += chunk; done(); } });
globalThis.console = new Console({ stdout: stream, stderr: stream });
const print = text => { printed += text + "\n"; };
process.on("unhandledRejection", () => {});

async function answer({ source, isFresh }) {
  printed = "";
  const code = `(async function () { "use strict";\n${source}\n})`;
  try {
    const run = isFresh ? vm.runInContext(code, vm.createContext({ print })) : vm.runInThisContext(code);
    if (!isFresh) globalThis.print = print;
    const ended = await Promise.race([
      run().then(value => ({ value }), error => ({ error: nameOf(error) })),
      new Promise(resolve => setImmediate(() => setImmediate(() => resolve({ error: "pending" })))),
    ]);
    return { ...ended, value: ended.value?.map(text => text.toWellFormed()), printed: printed.toWellFormed() };
  } catch (error) {
    return { error: nameOf(error), printed: printed.toWellFormed() };
  }
}

const nameOf = error => error !== null && typeof error === "object" && typeof error.name === "string" ? error.name : "Error";

globalThis.printed = action => {
  printed = "";
  action();
  const text = printed;
  printed = "";
  return text.toWellFormed();
};

(async () => {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + "\n");
  }
})();
