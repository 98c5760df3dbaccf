// Counts words, bigrams and letters of a text.
let seed = 1984;
function random(limit) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor(seed / 65536) % limit;
}

const syllables = ["ka", "lo", "mi", "ta", "ren", "su", "vor", "en", "da", "pil"];
const vocabulary = Array.from({ length: 3000 }, () => Array.from({ length: 1 + random(4) }, () => syllables[random(10)]).join(""));
const text = Array.from({ length: 60000 }, (_, i) => {
  const word = vocabulary[Math.min(random(3000), random(3000))];
  return (i % 11 === 0 ? word[0].toUpperCase() + word.slice(1) : word) + (i % 13 === 0 ? "," : i % 17 === 0 ? ".\n" : "");
}).join(" ");

const words = text.toLowerCase().match(/[a-z]+/g);
const counts = {};
for (const word of words) counts[word] = (counts[word] || 0) + 1;
const bigrams = new Map();
for (let i = 1; i < words.length; i++) {
  const key = words[i - 1] + " " + words[i];
  bigrams.set(key, (bigrams.get(key) || 0) + 1);
}
const letters = {};
for (const c of text) if (c >= "a" && c <= "z") letters[c] = (letters[c] ?? 0) + 1;
const byCount = (a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
const top = Object.entries(counts).sort(byCount).slice(0, 8);
const topPairs = [...bigrams.entries()].filter(([, n]) => n > 2).sort(byCount).slice(0, 3);
const longest = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0];
console.log(top.map(([word, n]) => `${word}=${n}`).join(" "));
console.log(topPairs.map(([pair, n]) => `${pair}=${n}`).join(", "), longest);
console.log("checksum", words.length + Object.keys(counts).length * 3 + bigrams.size * 7 + Object.values(letters).reduce((a, b) => a + b, 0));
