// Builds strings by adding, joining, padding, repeating and templates.
let table = "";
for (let i = 0; i < 40000; i++) {
  table += `| ${String(i).padStart(6)} | ${(i * i % 9973).toString(16).padEnd(6, ".")} | ${i % 15 === 0 ? "FizzBuzz" : i % 5 === 0 ? "Buzz" : i % 3 === 0 ? "Fizz" : i} |\n`;
}
const bars = [];
for (let i = 0; i < 2000; i++) bars.push("#".repeat(i % 60) + " ".repeat(60 - (i % 60)) + "|");
const chart = bars.join("\n");

function caesar(text, shift) {
  let result = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    result += code >= 97 && code <= 122 ? String.fromCharCode(((code - 97 + shift) % 26) + 97) : text[i];
  }
  return result;
}

const secret = caesar("the quick brown fox jumps over the lazy dog ".repeat(2000), 3);
const reversed = secret.split("").reverse().join("");
const title = secret.slice(0, 60).split(" ").map((w) => w.charAt(0).toUpperCase() + w.slice(1)).join(" ");
console.log(title);
let hash = 0;
for (const text of [table, chart, reversed]) {
  for (let i = 0; i < text.length; i += 5) hash = (hash * 31 + text.charCodeAt(i)) % 1000003;
}
console.log("checksum", hash + table.length + chart.length);
