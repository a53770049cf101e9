// Copies what the clicked button names: data-copy (a text) or data-copy-address (the address of the page).
// Where the browser forbids it (plain http beyond localhost), the text is selected so that Ctrl+C takes it.

function toast(text) {
  const Notification = customElements.get('vaadin-notification');
  Notification?.show(text, { position: 'bottom-center', duration: 2500 });
}

function viaSelection(text, shown) {
  const focused = document.activeElement;
  if (shown) {
    const range = document.createRange();
    range.selectNodeContents(shown);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return document.execCommand('copy');
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'ww-hidden';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  focused?.focus();
  return copied;
}

async function copy(text, shown, what) {
  try {
    await navigator.clipboard.writeText(text);
    toast(`${what} copied`);
  } catch {
    const copied = viaSelection(text, shown);
    toast(copied ? `${what} copied` : 'The browser forbids copying here: the text is selected, press Ctrl+C');
  }
}

document.addEventListener('click', (event) => {
  const button = event.target.closest?.('[data-copy],[data-copy-address]');
  if (!button) return;
  if (button.hasAttribute('data-copy-address')) {
    copy(location.href, null, 'Link');
    return;
  }
  const shown = document.getElementById(button.dataset.copyShown ?? '');
  copy(button.dataset.copy, shown, button.dataset.copyWhat ?? 'Command');
});
