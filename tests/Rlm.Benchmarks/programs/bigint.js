// Whole numbers of any size: factorials, Fibonacci, powers modulo, digits.
function factorial(n) {
  let result = 1n;
  for (let i = 2n; i <= n; i++) result *= i;
  return result;
}

function power(base, exponent, modulus) {
  let result = 1n;
  base %= modulus;
  while (exponent > 0n) {
    if (exponent & 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
    exponent >>= 1n;
  }
  return result;
}

function fibonacci(n) {
  let [a, b] = [0n, 1n];
  for (let i = 0; i < n; i++) [a, b] = [b, a + b];
  return a;
}

const isProbablePrime = (n) => [2n, 3n, 5n, 7n, 11n].every((a) => n === a || power(a, n - 1n, n) === 1n);

const digits = factorial(1500n).toString();
const sum = [...digits].reduce((total, digit) => total + Number(digit), 0);
let primes = 0;
for (let n = 1000000007n; n < 1000004007n; n += 2n) if (isProbablePrime(n)) primes++;
const f = fibonacci(9000);
const mixed = BigInt("123456789012345678901234567890") * 97n + BigInt.asUintN(64, -1n);
console.log(digits.length, sum, primes, String(f).slice(0, 20), mixed.toString());
console.log("checksum", sum + primes * 1000 + Number(f % 1000003n));
