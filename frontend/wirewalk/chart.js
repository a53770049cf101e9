// What the charts of all pages share: Apache ECharts in an element, sized and coloured as the page is. The data is set as the
// property "plot"; the one who extends Chart makes ECharts' option of it.
import * as echarts from '../webjars/echarts/5.5.0/echarts.esm.min.js';

const SCHEME = window.matchMedia('(prefers-color-scheme: dark)');

export function number(value) {
  const steps = [[1e9, 'G'], [1e6, 'M'], [1e3, 'k']];
  for (const [size, letter] of steps) {
    if (Math.abs(value) >= size) {
      return `${+(value / size).toPrecision(3)}${letter}`;
    }
  }
  return `${+value.toPrecision(3)}`;
}

/** 30 ms, then 12.5 s, then 3:20 for minutes and seconds, then 1:05:00. */
export function seconds(value) {
  if (value > 0 && value < 0.1) {
    return `${+(value * 1000).toPrecision(3)} ms`;
  }
  if (value < 120) {
    return `${+value.toPrecision(4)} s`;
  }
  const two = (part) => `${Math.floor(part)}`.padStart(2, '0');
  const hours = Math.floor(value / 3600);
  return hours > 0
    ? `${hours}:${two((value % 3600) / 60)}:${two(value % 60)}`
    : `${Math.floor(value / 60)}:${two(value % 60)}`;
}

export class Chart extends HTMLElement {
  set plot(plot) {
    this.data = plot;
    this.draw();
  }

  connectedCallback() {
    this.chart = echarts.init(this, null, { renderer: 'canvas' });
    this.sizes = new ResizeObserver(() => this.chart?.resize());
    this.sizes.observe(this);
    // The theme can be switched on the page, too: it sets data-scheme.
    this.themes = new MutationObserver(() => this.draw());
    this.themes.observe(document.documentElement, { attributes: true });
    this.recolour = () => this.draw();
    SCHEME.addEventListener('change', this.recolour);
    this.draw();
  }

  disconnectedCallback() {
    this.sizes.disconnect();
    this.themes.disconnect();
    SCHEME.removeEventListener('change', this.recolour);
    this.chart.dispose();
    this.chart = undefined;
  }

  /** The colour of a role, resolved as the browser paints it now. */
  colour(role) {
    const probe = document.createElement('span');
    probe.style.color = `var(--ww-${role})`;
    this.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  }

  draw() {
    if (this.chart && this.data) {
      this.chart.setOption({ animation: false, ...this.option(this.data) }, { notMerge: true });
    }
  }

  tooltip() {
    return {
      trigger: 'axis',
      confine: true,
      renderMode: 'richText',
      backgroundColor: this.colour('card'),
      borderColor: this.colour('line'),
      textStyle: { color: this.colour('ink'), fontSize: 12 },
    };
  }

  /** Time from the left to the right. @param last where it ends, in seconds */
  time(last) {
    return {
      type: 'value',
      min: 0,
      splitNumber: 4,
      max: last,
      axisLabel: { color: this.colour('soft'), formatter: seconds, hideOverlap: true },
      axisLine: { lineStyle: { color: this.colour('line') } },
      splitLine: { show: false },
      axisPointer: { label: { formatter: ({ value }) => seconds(value) } },
    };
  }
}
