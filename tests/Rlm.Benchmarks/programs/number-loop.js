// Arithmetic on numbers in a loop of three million turns.
function loop(turns) {
  let total = 0;
  for (let i = 0; i < turns; i++) {
    total += (i % 7) * (i & 3) - (i >> 5) / 2;
  }
  return total;
}

console.log("checksum", loop(3000000));
