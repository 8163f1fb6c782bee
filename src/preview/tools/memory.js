// What the tools remember in this tab, and only there: it is gone when the tab is closed.

/** The value last remembered under this name, or null. */
export function recall(name) {
  try {
    return JSON.parse(sessionStorage.getItem(`candour.${name}`));
  } catch {
    return null;
  }
}

/** Remembers a value; null forgets it. Storage that is full or forbidden is no reason to stop. */
export function remember(name, value) {
  try {
    if (value === null) sessionStorage.removeItem(`candour.${name}`);
    else sessionStorage.setItem(`candour.${name}`, JSON.stringify(value));
  } catch {
    // The tools work without a memory.
  }
}
