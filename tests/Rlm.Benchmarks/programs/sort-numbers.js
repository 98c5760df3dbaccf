// A million numbers, sorted with a comparator.
let seed = 1;
const numbers = [];
for (let i = 0; i < 1000000; i++) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  numbers.push(seed);
}
numbers.sort((a, b) => a - b);
let checksum = 0;
for (let i = 0; i < numbers.length; i += 1000) {
  checksum = (checksum * 31 + numbers[i]) % 1000003;
}
console.log("checksum", checksum);
