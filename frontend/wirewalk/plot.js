// <ww-plot>: lines over time. Its data is set as the property "plot":
// {title, unit, step: seconds between two values, series: [{name, role, values}]}.
import { Chart, number } from './chart.js';

class Plot extends Chart {
  option({ title, unit, step, series }) {
    const ink = this.colour('ink');
    const soft = this.colour('soft');
    return {
      title: { text: title, left: 0, top: 0, textStyle: { color: ink, fontSize: 13, fontWeight: 600 } },
      legend:
        series.length > 1
          ? { left: 0, top: 20, padding: 0, textStyle: { color: soft }, itemWidth: 22, itemHeight: 8 }
          : { show: false },
      grid: { left: 52, right: 12, top: series.length > 1 ? 48 : 32, bottom: 24 },
      tooltip: { ...this.tooltip(), valueFormatter: (value) => `${number(value)} ${unit}` },
      xAxis: this.time(Math.max(step, (series[0]?.values.length ?? 1) * step)),
      yAxis: {
        type: 'value',
        min: 0,
        axisLabel: { color: soft, formatter: number },
        splitLine: { lineStyle: { color: this.colour('line') } },
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
    };
  }
}

customElements.define('ww-plot', Plot);
