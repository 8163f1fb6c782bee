// The line to the server. Browsers allow a host six connections at once, so only the tab in sight holds one;
// the version of the page is told on connecting, and the server answers at once when it is an old one.

const firstPause = 250;
const longestPause = 2000;

/**
 * Listens at `address()` until the page goes. `on` has `state(value)`, `reload(value)`, `gone()` and `back()`;
 * each may be left out. Returns `{ again }`, to connect anew when the address has changed.
 */
export function listen(address, on) {
  let source = null;
  let timer = 0;
  let failures = 0;

  function close() {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  function open() {
    if (source || document.hidden) return;
    const mine = new EventSource(address());
    source = mine;
    mine.addEventListener("open", () => {
      failures = 0;
      on.back?.();
    });
    for (const name of ["state", "reload"]) {
      mine.addEventListener(name, (event) => {
        const value = parsed(event.data);
        if (value && source === mine) on[name]?.(value);
      });
    }
    mine.addEventListener("error", () => {
      if (source !== mine) return;
      close();
      failures += 1;
      // The first failure may be a hiccup; the second means that nobody is there.
      if (failures === 2) on.gone?.();
      timer = setTimeout(open, Math.min(firstPause * 2 ** failures, longestPause));
    });
  }

  function inSight() {
    if (document.hidden) close();
    else open();
  }

  document.addEventListener("visibilitychange", inSight);
  addEventListener("pagehide", close);
  addEventListener("pageshow", inSight);
  open();
  return {
    again() {
      close();
      open();
    },
  };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
