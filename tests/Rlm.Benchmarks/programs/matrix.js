// Matrices as arrays of arrays: product, transposition, power, determinant.
const zeros = (rows, columns) => Array.from({ length: rows }, () => Array(columns).fill(0));

function multiply(a, b) {
  const result = zeros(a.length, b[0].length);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b[0].length; j++) {
      let sum = 0;
      for (let k = 0; k < b.length; k++) sum += a[i][k] * b[k][j];
      result[i][j] = sum;
    }
  }
  return result;
}

const transpose = (m) => m[0].map((_, column) => m.map((row) => row[column]));

function determinant(matrix) {
  const m = matrix.map((row) => [...row]);
  let result = 1;
  for (let i = 0; i < m.length; i++) {
    let pivot = i;
    for (let r = i + 1; r < m.length; r++) if (Math.abs(m[r][i]) > Math.abs(m[pivot][i])) pivot = r;
    if (pivot !== i) {
      [m[i], m[pivot]] = [m[pivot], m[i]];
      result = -result;
    }
    result *= m[i][i];
    for (let r = i + 1; r < m.length; r++) {
      const factor = m[r][i] / m[i][i];
      for (let c = i; c < m.length; c++) m[r][c] -= factor * m[i][c];
    }
  }
  return result;
}

const size = 110;
const a = zeros(size, size).map((row, i) => row.map((_, j) => ((i * 7 + j * 3) % 11) - 5));
const b = transpose(a).map((row, i) => row.map((x, j) => x + (i === j ? 1 : 0)));
const product = multiply(a, b);
const power = multiply(product, transpose(product));
const small = a.slice(0, 40).map((row, i) => row.slice(0, 40).map((x, j) => x / 10 + (i === j ? 3 : 0)));
console.log(determinant(small).toPrecision(6));
console.log("checksum", power.flat().reduce((sum, x) => (sum + Math.abs(x)) % 1000003, 0));
