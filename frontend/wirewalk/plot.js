// <ww-plot>: lines over time, drawn by Apache ECharts. Its data is set as the property "plot":
// {title, unit, step: seconds between two values, series: [{name, role, values}]}.
import * as echarts from '../webjars/echarts/5.5.0/echarts.esm.min.js';

const SCHEME = window.matchMedia('(prefers-color-scheme: dark)');

function number(value) {
  const steps = [[1e9, 'G'], [1e6, 'M'], [1e3, 'k']];
  for (const [size, letter] of steps) {
    if (Math.abs(value) >= size) {
      return `${+(value / size).toPrecision(3)}${letter}`;
    }
  }
  return `${+value.toPrecision(3)}`;
}

/** 12.5 s, then 3:20 for minutes and seconds, then 1:05:00. */
function seconds(value) {
  if (value < 120) {
    return `${+value.toPrecision(4)} s`;
  }
  const two = (part) => `${Math.floor(part)}`.padStart(2, '0');
  const hours = Math.floor(value / 3600);
  return hours > 0
    ? `${hours}:${two((value % 3600) / 60)}:${two(value % 60)}`
    : `${Math.floor(value / 60)}:${two(value % 60)}`;
}

class Plot extends HTMLElement {
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
    if (!this.chart || !this.data) {
      return;
    }
    const { title, unit, step, series } = this.data;
    const ink = this.colour('ink');
    const soft = this.colour('soft');
    const line = this.colour('line');
    const text = (value) => `${number(value)} ${unit}`;
    this.chart.setOption(
      {
        animation: false,
        title: { text: title, left: 0, top: 0, textStyle: { color: ink, fontSize: 13, fontWeight: 600 } },
        legend:
          series.length > 1
            ? { left: 0, top: 20, padding: 0, textStyle: { color: soft }, itemWidth: 22, itemHeight: 8 }
            : { show: false },
        grid: { left: 52, right: 12, top: series.length > 1 ? 48 : 32, bottom: 24 },
        tooltip: {
          trigger: 'axis',
          confine: true,
          renderMode: 'richText',
          valueFormatter: text,
          backgroundColor: this.colour('card'),
          borderColor: line,
          textStyle: { color: ink, fontSize: 12 },
        },
        xAxis: {
          type: 'value',
          min: 0,
          splitNumber: 4,
          max: Math.max(step, (series[0]?.values.length ?? 1) * step),
          axisLabel: { color: soft, formatter: seconds, hideOverlap: true },
          axisLine: { lineStyle: { color: line } },
          splitLine: { show: false },
          axisPointer: { label: { formatter: ({ value }) => seconds(value) } },
        },
        yAxis: {
          type: 'value',
          min: 0,
          axisLabel: { color: soft, formatter: number },
          splitLine: { lineStyle: { color: line } },
        },
        series: series.map(({ name, role, values }, index) => ({
          name,
          type: 'line',
          step: 'end',
          showSymbol: values.length < 3,
          data: values.map((value, at) => [at * step, value]),
          color: this.colour(role),
          lineStyle: { width: 1.5, type: index === 0 ? 'solid' : index === 1 ? 'dashed' : 'dotted' },
        })),
      },
      { notMerge: true },
    );
  }
}

customElements.define('ww-plot', Plot);
