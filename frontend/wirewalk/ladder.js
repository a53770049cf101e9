// <ww-ladder>: the drawing of a ladder, whose packets can be opened. Arrow keys step from packet to packet and, within one, from
// point to point; Enter or a click opens the packet where it was seen: the event "open-packet" tells its row and its place in the row.
// The property "places" holds the words for each of them, row by row.

const ROWS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
const PLACES = { ArrowRight: 1, ArrowLeft: -1 };
// A click so far from an arrow, in pixels, still means it.
const NEAR = 12;

class Ladder extends HTMLElement {
  constructor() {
    super();
    this.addEventListener('keydown', (event) => this.key(event));
    this.addEventListener('click', (event) => this.click(event));
    this.addEventListener('focusin', (event) => {
      // A reader of the screen hears packets, and not one picture.
      if (event.target === this) this.querySelector('svg')?.setAttribute('role', 'group');
    });
  }

  /** The dots of each row, from left to right; of gaps none. */
  rows() {
    return [...this.querySelectorAll('.l-row')].map((row) =>
      [...row.querySelectorAll('.l-dot')].sort((one, other) => one.cx.baseVal.value - other.cx.baseVal.value),
    );
  }

  /** Where the keyboard stands; before the first step, above the first row. */
  at(rows) {
    const row = rows.findIndex((dots) => dots.includes(document.activeElement));
    return { row, place: row < 0 ? 0 : rows[row].indexOf(document.activeElement) };
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = this.rows();
    const { row, place } = this.at(rows);
    if (event.key in ROWS) {
      const full = rows.map((dots, index) => (dots.length > 0 ? index : -1)).filter((index) => index >= 0);
      const next = full[Math.max(0, Math.min(full.length - 1, full.indexOf(row) + ROWS[event.key]))];
      this.stand(rows[next], Math.min(place, (rows[next]?.length ?? 1) - 1), next);
    } else if (event.key in PLACES && row >= 0) {
      this.stand(rows[row], Math.max(0, Math.min(rows[row].length - 1, place + PLACES[event.key])), row);
    } else if ((event.key === 'Enter' || event.key === ' ') && row >= 0) {
      this.open(row, rows[row][place]);
    } else {
      return;
    }
    event.preventDefault();
  }

  stand(dots, place, row) {
    const dot = dots?.[place];
    if (!dot) return;
    dot.setAttribute('tabindex', '-1');
    dot.setAttribute('role', 'link');
    const title = dot.closest('.l-row').querySelector('title').textContent;
    dot.setAttribute('aria-label', `${title} Open ${this.places[row][this.inOrder(row, dot)]}`);
    dot.focus({ preventScroll: true });
    dot.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** The dots of a row stand in its markup as the packet passed them. */
  inOrder(row, dot) {
    return [...this.querySelectorAll('.l-row')[row].querySelectorAll('.l-dot')].indexOf(dot);
  }

  click(event) {
    const far = (dots) => Math.min(...dots.map((dot) => this.apart(dot, event).down));
    const rows = this.rows();
    const hit = event.target.closest('.l-row');
    let row = hit ? [...this.querySelectorAll('.l-row')].indexOf(hit) : -1;
    if (row < 0) {
      rows.forEach((dots, index) => {
        if (dots.length > 0 && far(dots) <= NEAR && (row < 0 || far(dots) < far(rows[row]))) row = index;
      });
    }
    if (row < 0 || rows[row].length === 0) return;
    this.open(row, rows[row].reduce((best, dot) => (this.apart(dot, event).across < this.apart(best, event).across ? dot : best)));
  }

  apart(dot, { clientX, clientY }) {
    const { left, right, top, bottom } = dot.getBoundingClientRect();
    return { across: Math.abs(clientX - (left + right) / 2), down: Math.abs(clientY - (top + bottom) / 2) };
  }

  open(row, dot) {
    this.dispatchEvent(new CustomEvent('open-packet', { detail: { row, place: this.inOrder(row, dot) } }));
  }
}

customElements.define('ww-ladder', Ladder);
