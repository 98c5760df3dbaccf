// The difference of two texts by their longest common subsequence of lines.
let seed = 404;
function random(limit) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor(seed / 65536) % limit;
}

const before = Array.from({ length: 500 }, (_, i) => `line ${random(300)} of chapter ${i % 7}`);
const after = [];
for (const line of before) {
  const dice = random(20);
  if (dice === 0) continue;
  after.push(dice === 1 ? line + " (changed)" : line);
  if (dice === 2) after.push(`new line ${random(1000)}`);
}

function diff(a, b) {
  const table = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  const result = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      result.push("  " + a[i++]);
      j++;
    } else if (j < b.length && (i === a.length || table[i][j + 1] >= table[i + 1][j])) {
      result.push("+ " + b[j++]);
    } else {
      result.push("- " + a[i++]);
    }
  }
  return result;
}

const lines = diff(before, after);
const added = lines.filter((l) => l.startsWith("+"));
const removed = lines.filter((l) => l.startsWith("-"));
console.log(`${added.length} added, ${removed.length} removed, ${lines.length - added.length - removed.length} kept`);
console.log(lines.filter((l) => !l.startsWith(" ")).slice(0, 4).join("\n"));
console.log("checksum", lines.reduce((sum, l) => (sum * 31 + l.length + l.charCodeAt(0)) % 1000003, 0));
