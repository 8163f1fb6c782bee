// Loads the page of how documents read again once a newer check has ended; the browser keeps the place.
import { listen } from "./events.js";

const mine = Number(document.documentElement.dataset.generation);

listen(() => "/~candour/events?page=", {
  state({ checking, generation }) {
    if (!checking && generation > mine) location.reload();
  },
});
