// A hundred thousand lines: split, one regular expression each, a Map of sums.
const lines = [];
for (let i = 0; i < 100000; i++) {
  lines.push(`2024-01-01 ${i % 7 ? "INFO" : "ERROR"} user${(i * 7919) % 1000} request ${i} took ${i % 100} ms`);
}
const text = lines.join("\n");

const times = new Map();
for (const line of text.split("\n")) {
  const match = /(\w+) (user\d+) request (\d+) took (\d+) ms/.exec(line);
  if (match && match[1] === "INFO") {
    times.set(match[2], (times.get(match[2]) || 0) + Number(match[4]));
  }
}
let checksum = times.size;
for (const [user, sum] of times) {
  checksum = (checksum * 31 + sum + user.length) % 1000003;
}
console.log("checksum", checksum);
