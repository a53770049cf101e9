// Follows the keyboard over a page: "begin" at its top; "step" after each press of Tab, with what is wrong there, null when nothing is,
// or "end" when the page was left; "end" for the controls that were never reached.
(what) => {
  const CONTROLS = 'button, a[href], input:not([type=hidden]), textarea, select, summary, [tabindex="0"]';
  const around = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;
  const within = (element, other) => {
    for (let each = element; each; each = around(each)) if (each === other) return true;
    return false;
  };
  const name = (element) => {
    const shown = element.getRootNode().host ?? element;
    const words = shown.getAttribute('aria-label') ?? shown.getAttribute('label') ?? shown.textContent;
    return `<${shown.localName}> ${words.trim().replace(/\s+/g, ' ').slice(0, 60)}`;
  };
  const controls = (root) =>
    [...root.querySelectorAll('*')].flatMap((element) => {
      const inside = element.shadowRoot ? controls(element.shadowRoot) : [];
      const box = element.getBoundingClientRect();
      const usable =
        element.matches(CONTROLS) &&
        !element.matches('[tabindex="-1"], [disabled], [inert], [disabled] *, [inert] *') &&
        element.checkVisibility({ visibilityProperty: true }) &&
        box.width > 1 &&
        box.height > 1;
      return usable ? [element, ...inside] : inside;
    });
  const outlined = (element) =>
    [null, '::before', '::after'].some((part) => {
      const style = getComputedStyle(element, part);
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 && (!part || style.content !== 'none');
    });
  // A component draws the ring around itself, or around a part of it.
  const ringed = (element) => {
    for (let each = element, level = 0; each && level < 4; each = around(each), level++) {
      if (outlined(each) || [...(each.shadowRoot?.querySelectorAll('*') ?? [])].some(outlined)) return true;
    }
    return false;
  };
  if (what === 'begin') {
    window.focused = [];
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    return null;
  }
  if (what === 'end') {
    return controls(document)
      .filter((control) => !window.focused.some((seen) => within(control, seen) || within(seen, control)))
      .map(name);
  }
  let here = document.activeElement;
  while (here?.shadowRoot?.activeElement) here = here.shadowRoot.activeElement;
  if (!here || here === document.body || window.focused.includes(here)) return 'end';
  window.focused.push(here);
  const box = here.getBoundingClientRect();
  if (!ringed(here)) return `no ring around ${name(here)}`;
  if (box.width < 1 || box.height < 1) return `nothing to be seen of ${name(here)}`;
  return null;
};
