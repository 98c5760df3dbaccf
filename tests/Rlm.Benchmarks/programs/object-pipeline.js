// Filter, map and reduce over many small objects, with spread, destructuring and a round trip through JSON.
const items = Array.from({ length: 60000 }, (_, i) => ({ id: i, price: (i * 7919) % 1000, kind: "abc"[i % 3], inStock: i % 4 !== 0 }));
const offers = items
  .filter((item) => item.inStock && item.price > 100)
  .map(({ id, price, ...rest }) => ({ ...rest, id, price, discount: price > 500 ? 0.1 : 0 }))
  .map((item) => ({ ...item, total: Math.round(item.price * (1 - item.discount) * 100) / 100 }));
const byKind = offers.reduce((sums, { kind, total }) => ({ ...sums, [kind]: (sums[kind] ?? 0) + total }), {});
const copy = JSON.parse(JSON.stringify(offers));
const cheapest = copy.reduce((best, item) => (item.total < best.total ? item : best));
const some = copy.some((item) => item.total > 899.9) && copy.every((item) => item.price > 100);
console.log(offers.length, JSON.stringify(byKind), cheapest.id, some, copy.findIndex((item) => item.id > 50000));
console.log("checksum", Math.round(Object.values(byKind).reduce((a, b) => a + b, 0) * 100) + copy.length);
