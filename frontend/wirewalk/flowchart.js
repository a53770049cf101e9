// The flowchart of the Walk page: arrow keys step from question to question, Home and End to the first and the last. Enter opens
// one, as on every button. Questions in folded stages are stepped over.

const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

document.addEventListener('keydown', (event) => {
  const step = STEPS[event.key];
  const chart = event.target.closest?.('.ww-flowchart');
  if (!step || !chart || event.ctrlKey || event.metaKey || event.altKey) return;
  const nodes = [...chart.querySelectorAll('.ww-node-button, summary')].filter((node) => node.checkVisibility());
  const here = event.target.closest('.ww-node')?.querySelector('.ww-node-button') ?? event.target;
  const at = nodes.indexOf(here);
  if (at < 0) return;
  event.preventDefault();
  nodes[Math.max(0, Math.min(nodes.length - 1, at + step))].focus();
});
