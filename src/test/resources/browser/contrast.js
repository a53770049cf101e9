// The texts of a page that are hard to read: each with its contrast (WCAG 2.2, success criterion 1.4.3: 4.5, large text 3), as a list of sentences.
// Parts that cannot be used at the moment are left out, as there. What is drawn on a canvas is not seen.
() => {
  const LARGE = 24;
  const LARGE_BOLD = 18.66;
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (top, under) => {
    const alpha = top[3] + under[3] * (1 - top[3]);
    const mixed = [0, 1, 2].map((i) => (top[i] * top[3] + under[i] * under[3] * (1 - top[3])) / (alpha || 1));
    return [...mixed, alpha];
  };
  const luminance = (colour) => {
    const [red, green, blue] = colour.slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const around = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host;
  const ground = (element) => {
    let colour = [0, 0, 0, 0];
    for (let each = element; each && colour[3] < 0.99; each = around(each)) {
      colour = over(colour, rgba(getComputedStyle(each).backgroundColor));
    }
    return over(colour, rgba('Canvas'));
  };
  const opacity = (element) => {
    let all = 1;
    for (let each = element; each; each = around(each)) all *= Number(getComputedStyle(each).opacity);
    return all;
  };
  const inactive = (element) => {
    for (let each = element; each; each = around(each)) if (each.matches('[inert], [disabled]')) return true;
    return false;
  };
  const words = (element) => {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent.trim());
    return own.join(' ').trim() || (element.matches('input, textarea') ? element.value : '');
  };
  const hard = [];
  const look = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) look(element.shadowRoot);
      const hint = element.matches('input, textarea') && !element.value && element.placeholder;
      const text = hint || words(element);
      const box = element.getBoundingClientRect();
      const shown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      if (!text || !shown || box.width < 2 || box.height < 2 || element.matches('style, script, title, desc') || inactive(element)) continue;
      const style = getComputedStyle(element, hint ? '::placeholder' : null);
      const drawing = element.closest('svg');
      const colour = rgba(drawing ? style.fill : style.color);
      colour[3] *= opacity(element) * (hint ? Number(style.opacity) : 1);
      const behind = ground(drawing?.parentElement ?? element);
      const found = contrast(over(colour, behind), behind);
      const size = parseFloat(style.fontSize);
      const large = size >= LARGE || (size >= LARGE_BOLD && Number(style.fontWeight) >= 700);
      if (found < (large ? 3 : 4.5)) hard.push(`${found.toFixed(2)} of <${element.localName} class="${element.getAttribute('class')}">: ${text.slice(0, 60)}`);
    }
  };
  look(document);
  return hard;
};
