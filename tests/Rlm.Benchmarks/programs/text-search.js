// Looks for phrases in a long text and shows them with what stands around them.
let seed = 4711;
function random(limit) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor(seed / 65536) % limit;
}

const words = "the report shows that revenue grew in every region while costs fell and margins of the new product line improved over last year".split(" ");
const sentences = [];
for (let i = 0; i < 25000; i++) {
  const sentence = [];
  for (let k = 0; k < 8; k++) sentence.push(words[random(words.length)]);
  if (i % 1111 === 0) sentence.splice(4, 0, `the Magic Number is ${i * 7}`);
  sentences.push(sentence.join(" ") + ".");
}
const text = sentences.join("\n");

function findAll(haystack, needle) {
  const places = [];
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) places.push(at);
  return places;
}

let checksum = 0;
for (const phrase of ["Magic Number", "revenue grew", "margins of", "not there at all", "costs fell and"]) {
  const places = findAll(text, phrase);
  console.log(`${phrase}: ${places.length}`);
  for (const at of places.slice(0, 2)) console.log("  ..." + text.slice(Math.max(0, at - 20), at + 40).replaceAll("\n", " ") + "...");
  checksum = (checksum * 31 + places.length + (places[0] ?? 0)) % 1000003;
}

const lower = text.toLowerCase();
const scored = text.split("\n").map((line, i) => {
  const low = line.toLowerCase();
  let score = 0;
  for (const word of ["revenue", "costs", "margins", "magic", "product"]) if (low.includes(word)) score++;
  return { line, i, score };
});
const best = scored.filter((s) => s.score >= 3).sort((a, b) => b.score - a.score || a.i - b.i);
console.log(best.length, best[0].line);
const chunks = [];
for (let i = 0; i < text.length; i += 5000) chunks.push(text.substring(i, i + 5200));
const containing = chunks.filter((chunk) => chunk.includes("Magic Number") || chunk.startsWith("the") || chunk.trim().endsWith("year."));
console.log("checksum", checksum + best.length + containing.length + lower.lastIndexOf("magic number"));
