// Which blocks of a page are new, changed or gone. Pure: lists in, lists out.

const largestTable = 4_000_000;

/** Pairs of equal blocks as [old index, new index], ascending in both. */
function matches(before, after) {
  const pairs = [];
  const same = (a, b) => before[a].tag === after[b].tag && before[a].text === after[b].text;
  let start = 0;
  while (start < before.length && start < after.length && same(start, start)) pairs.push([start, start++]);
  let [endA, endB] = [before.length, after.length];
  const tail = [];
  while (endA > start && endB > start && same(endA - 1, endB - 1)) tail.unshift([--endA, --endB]);
  const middle = (endA - start) * (endB - start) > largestTable ? greedy : longest;
  pairs.push(...middle(start, endA, start, endB, same, before, after), ...tail);
  return pairs;
}

/** The longest common subsequence, by the usual table. */
function longest(a0, a1, b0, b1, same) {
  const [rows, columns] = [a1 - a0, b1 - b0];
  const width = columns + 1;
  const table = new Uint32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      table[i * width + j] = same(a0 + i, b0 + j)
        ? table[(i + 1) * width + j + 1] + 1
        : Math.max(table[(i + 1) * width + j], table[i * width + j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (same(a0 + i, b0 + j)) pairs.push([a0 + i++, b0 + j++]);
    else if (table[(i + 1) * width + j] >= table[i * width + j + 1]) i += 1;
    else j += 1;
  }
  return pairs;
}

/** For very long pages: each new block takes the next equal old one. Linear, and right unless blocks have swapped places. */
function greedy(a0, a1, b0, b1, _same, before, after) {
  const waiting = new Map();
  const name = ({ tag, text }) => `${tag} ${text}`;
  for (let i = a0; i < a1; i += 1) {
    const list = waiting.get(name(before[i]));
    if (list) list.push(i);
    else waiting.set(name(before[i]), [i]);
  }
  const pairs = [];
  let last = -1;
  for (let j = b0; j < b1; j += 1) {
    const list = waiting.get(name(after[j]));
    while (list?.length && list[0] <= last) list.shift();
    // A leap over a large part would leave nothing for the blocks in between.
    if (list?.length && list[0] - Math.max(last, a0) < 400) {
      last = list.shift();
      pairs.push([last, j]);
    }
  }
  return pairs;
}

/** Whether one text can be called a new wording of the other: a third of the words of the longer one are in both. */
function alike(a, b) {
  const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [left, right] = [words(a), words(b)];
  const stock = new Map();
  for (const word of left) stock.set(word, (stock.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const number = stock.get(word) ?? 0;
    if (number) {
      shared += 1;
      stock.set(word, number - 1);
    }
  }
  return shared * 3 >= Math.max(left.length, right.length, 1);
}

/** `{ changed, fresh }` are blocks of `after`, `gone` blocks of `before`; a changed one knows what it `was`. */
export function compare(before, after) {
  const result = { changed: [], fresh: [], gone: [] };
  let [a, b] = [0, 0];
  for (const [i, j] of [...matches(before, after), [before.length, after.length]]) {
    const lost = before.slice(a, i);
    for (const block of after.slice(b, j)) {
      const at = lost.findIndex((old) => old.tag === block.tag && alike(old.text, block.text));
      if (at < 0) result.fresh.push(block);
      else result.changed.push({ ...block, was: lost.splice(at, 1)[0].text });
    }
    result.gone.push(...lost);
    [a, b] = [i + 1, j + 1];
  }
  return result;
}
