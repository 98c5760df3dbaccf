// Runs one of the programs in this process, so that what is measured is the program and neither the start of Node.js nor the compilation of hot code.
// Usage: node [--jitless] node.js ROUNDS FILE. Prints the milliseconds of each round, a tab, and the last line that the
// program printed.
"use strict";
const fs = require("node:fs");
const { format } = require("node:util");

async function main(rounds, file) {
  let last = "";
  const quiet = { log: (...values) => (last = format(...values)) };
  const program = new Function("console", fs.readFileSync(file, "utf8"));
  const times = [];
  for (let round = -3; round < rounds; round++) {
    const start = performance.now();
    program(quiet);
    // What the program started runs to its end before this.
    await new Promise(setImmediate);
    if (round >= 0) times.push(performance.now() - start);
  }
  console.log(`${times.join(" ")}\t${last.split("\n").at(-1)}`);
}

main(Number(process.argv[2]), process.argv[3]);
