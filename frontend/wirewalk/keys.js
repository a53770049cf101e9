// Keys of all pages. A component takes one by its attribute data-key: a field is focused, a button is clicked.

const typing = (element) =>
  element?.closest?.('input, textarea, select, [contenteditable], vaadin-text-field, vaadin-integer-field, vaadin-text-area');

function copyFocused() {
  const focused = document.activeElement?.closest('[data-copies]');
  focused?.querySelector('[data-copy]')?.click();
  return Boolean(focused);
}

function press(key) {
  if (key === 'c') return copyFocused();
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!target) return false;
  if (target.matches('vaadin-button, button')) target.click();
  else target.focus();
  return true;
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (typing(event.target) || document.querySelector('vaadin-dialog[opened]')) return;
  if (press(event.key)) event.preventDefault();
});

// Enter opens the row of a list, as a click on it does.
document.addEventListener('keydown', (event) => {
  const cell = event.composedPath()[0];
  if (event.key !== 'Enter' || cell?.localName !== 'td' || cell.getRootNode().host?.localName !== 'vaadin-grid') return;
  const content = cell.querySelector('slot')?.assignedElements()[0];
  if (content && !content.querySelector('button, vaadin-button')) content.click();
});
