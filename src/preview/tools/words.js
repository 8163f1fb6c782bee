// What the bar says, as plain functions of the state: no elements here.

const group = new Intl.NumberFormat("en-GB");

/** "1 mistake", "12 mistakes". */
export function count(number, one, many = `${one}s`) {
  return `${group.format(number)} ${number === 1 ? one : many}`;
}

/** "2 mistakes, 1 warning", or nothing. */
export function tally({ errors, warnings }) {
  const parts = [];
  if (errors) parts.push(count(errors, "mistake"));
  if (warnings) parts.push(count(warnings, "warning"));
  return parts.join(", ");
}

/** How the page and the site stand: a shape, and words that say the same. */
export function standing({ page_counts: here, counts: all }) {
  const elsewhere = {
    errors: Math.max(0, all.errors - here.errors),
    warnings: Math.max(0, all.warnings - here.warnings),
  };
  const [own, rest] = [tally(here), tally(elsewhere)];
  const shape = here.errors || all.errors ? "mistake" : own ? "warning" : "fine";
  if (own && rest) return { shape, text: `${own}, ${group.format(elsewhere.errors + elsewhere.warnings)} elsewhere` };
  if (own) return { shape, text: own };
  if (rest) return { shape: elsewhere.errors ? "mistake" : "warning", text: `${rest} elsewhere` };
  return { shape: "fine", text: "Nothing to mend" };
}

/** What a screen reader is told when the list has changed. */
export function announcement({ page_counts: here, counts: all }) {
  if (tally(here)) return `${tally(here)} on this page`;
  if (all.errors) return `${count(all.errors, "mistake")} on other pages`;
  return "All mended";
}

/** "512 words, reading age 14". */
export function readingLine({ words, reading_age: age }) {
  return count(words, "word") + (age ? `, reading age ${age}` : "");
}

/** "30 sentences, 4 of them longer than 25 words". */
export function sentenceLine({ sentences, long_sentences: long }) {
  return count(sentences, "sentence") + (long ? `, ${group.format(long)} of them longer than 25 words` : "");
}

export const figuresLine = (number) => `${count(number, "figure")} not checked`;
export const abbreviationsLine = (number) => `${count(number, "abbreviation")} not explained`;

/** "2 changed, 1 new, 1 gone". */
export function changesLine({ changed, fresh, gone }) {
  const parts = [[changed, "changed"], [fresh, "new"], [gone, "gone"]].filter(([number]) => number);
  return parts.map(([number, word]) => `${group.format(number)} ${word}`).join(", ") || "No changes since published";
}

/** The last part of a path, which is what people call the file. */
export const fileName = (path) => path.slice(path.lastIndexOf("/") + 1);
