// Generators and iterators: lazy pipelines, permutations, a tree walk.
function* naturals() {
  for (let n = 1; ; n++) yield n;
}

function* filter(items, accept) {
  for (const item of items) if (accept(item)) yield item;
}

function* map(items, change) {
  for (const item of items) yield change(item);
}

function* take(items, count) {
  if (count <= 0) return;
  for (const item of items) {
    yield item;
    if (--count === 0) return;
  }
}

function* permutations(items) {
  if (items.length <= 1) {
    yield items;
    return;
  }
  for (let i = 0; i < items.length; i++) {
    const rest = [...items.slice(0, i), ...items.slice(i + 1)];
    for (const tail of permutations(rest)) yield [items[i], ...tail];
  }
}

class Tree {
  constructor(value, left, right) {
    Object.assign(this, { value, left, right });
  }
  *[Symbol.iterator]() {
    if (this.left) yield* this.left;
    yield this.value;
    if (this.right) yield* this.right;
  }
}

const build = (low, high) => {
  if (low > high) return null;
  const middle = (low + high) >> 1;
  return new Tree(middle, build(low, middle - 1), build(middle + 1, high));
};

let sum = 0;
for (const n of take(map(filter(naturals(), (n) => n % 3 === 0), (n) => n * n), 20000)) sum = (sum + n) % 1000003;
let count = 0;
let best = "";
for (const p of permutations(["a", "b", "c", "d", "e", "f", "g"])) {
  count++;
  const word = p.join("");
  if (word > best) best = word;
}
const walked = [...build(1, 4000)];
console.log(sum, count, best, walked.length);
console.log("checksum", sum + count + walked.reduce((a, b, i) => (a + b * i) % 1000003, 0));
