// Asynchronous work in batches with Promise.all, errors and retries, all of it on the spot.
async function summarise(text, attempt) {
  await null;
  if (text.length % 17 === 0 && attempt === 0) throw new Error(`busy: ${text.length}`);
  return { length: text.length, words: text.split(" ").length, attempt };
}

async function withRetry(text) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await summarise(text, attempt);
    } catch (error) {
      if (attempt > 2 || !error.message.startsWith("busy")) throw error;
    }
  }
}

async function inBatches(items, size, work) {
  const results = [];
  for (let i = 0; i < items.length; i += size) {
    results.push(...(await Promise.all(items.slice(i, i + size).map(work))));
  }
  return results;
}

async function* pages(count) {
  for (let i = 0; i < count; i++) {
    await null;
    yield Array.from({ length: 10 }, (_, k) => i * 10 + k);
  }
}

async function main() {
  const texts = Array.from({ length: 10000 }, (_, i) => "word ".repeat(1 + (i % 40)) + i);
  const results = await inBatches(texts, 50, withRetry);
  const retried = results.filter((r) => r.attempt > 0).length;
  const settled = await Promise.allSettled(texts.slice(0, 2000).map((t) => summarise(t, 0)));
  const failed = settled.filter((s) => s.status === "rejected").length;
  let paged = 0;
  for await (const page of pages(1500)) paged += page.reduce((a, b) => a + b, 0);
  const chained = await texts.slice(0, 3000).reduce((before, text) => before.then((sum) => sum + text.length), Promise.resolve(0));
  console.log(results.length, retried, failed, chained);
  console.log("checksum", results.reduce((sum, r) => sum + r.words * 3 + r.length, 0) + paged);
}

main();
