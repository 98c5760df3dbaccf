// Turns a list of orders into a tree of customers and back, through JSON each time.
let seed = 7;
function random(limit) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor(seed / 65536) % limit;
}

const orders = Array.from({ length: 12000 }, (_, i) => ({
  id: i,
  customer: { id: random(500), name: `Customer ${random(500)}`, tags: ["a", "b", "c"].slice(0, random(4)) },
  items: Array.from({ length: 1 + random(4) }, () => ({ sku: `SKU-${random(300)}`, quantity: 1 + random(5), price: random(10000) / 100 })),
  note: random(3) === 0 ? null : `note "${i}"\n`,
}));

const copy = JSON.parse(JSON.stringify(orders));
const customers = {};
for (const { customer, items, ...rest } of copy) {
  const entry = (customers[customer.id] ||= { ...customer, orders: [], total: 0 });
  const total = items.reduce((sum, item) => sum + item.quantity * item.price, 0);
  entry.orders.push({ ...rest, total: Math.round(total * 100) / 100, skus: items.map((item) => item.sku) });
  entry.total += total;
}

const tree = JSON.parse(JSON.stringify({ customers, generated: true }));
const flat = Object.values(tree.customers).flatMap(({ orders, ...customer }) => orders.map((order) => ({ ...customer, ...order })));
const top = Object.values(tree.customers)
  .sort((a, b) => b.total - a.total || a.id - b.id)
  .slice(0, 3)
  .map((customer) => `${customer.id}: ${customer.total.toFixed(2)}`);
console.log(top.join("; "));
console.log(JSON.stringify(flat[0], null, 2));
console.log("checksum", flat.length + JSON.stringify(flat).length);
