// <ww-course>: one stretch of a path over time, delays above and packets that did not arrive below. Its data is the property "plot":
// {last: seconds, most: ms, step: seconds,
//  delays: [{name, role, half: ms, points: [[seconds, ms]]}], losses: [{name, role, hatched, points: [[seconds, packets, sent]]}]}.
import { Chart, number, seconds } from './chart.js';

const LEFT = 46;
const RIGHT = 10;
const ROOM = { above: 50, delays: 104, losses: 44, between: 32 };

class Course extends Chart {
  option({ last, most, step, delays, losses }) {
    const soft = this.colour('soft');
    const line = this.colour('line');
    const grids = [];
    const grid = (height) => {
      const top = grids.length > 0 ? grids[0].top + grids[0].height + ROOM.between : ROOM.above;
      return grids.push({ left: LEFT, right: RIGHT, top, height }) - 1;
    };
    const upper = delays.length > 0 ? grid(ROOM.delays) : -1;
    const lower = losses.length > 0 ? grid(ROOM.losses) : -1;
    const title = { nameTextStyle: { color: soft, align: 'left', padding: [0, 0, 0, -LEFT + 8] }, nameGap: 11 };
    const yAxis = grids.map((_, index) => ({
      ...title,
      type: 'value',
      gridIndex: index,
      name: index === upper ? 'delay, ms' : 'packets',
      min: index === upper && delays.some(({ half, points }) => points.some(([, ms]) => ms < -half)) ? undefined : 0,
      max: index === upper ? most : undefined,
      minInterval: index === upper ? 0 : 1,
      splitNumber: index === upper ? 4 : 2,
      axisLabel: { color: soft, formatter: number, hideOverlap: true },
      splitLine: { lineStyle: { color: line } },
    }));
    const xAxis = grids.map((_, index) => ({ ...this.time(last), gridIndex: index }));
    if (grids.length > 1) {
      xAxis[0].axisLabel.show = false;
    }
    return {
      legend: { left: 0, top: 5, padding: 0, textStyle: { color: soft }, itemWidth: 20, itemHeight: 9, itemGap: 12 },
      grid: grids,
      xAxis,
      yAxis,
      axisPointer: { link: [{ xAxisIndex: 'all' }] },
      tooltip: {
        ...this.tooltip(),
        formatter: (shown) => this.words(shown, delays, losses, step),
      },
      series: [
        ...delays.map((each, index) => this.delay(each, index, upper)),
        ...delays.map((each) => this.band(each, upper)),
        ...losses.map((each) => this.loss(each, lower, step, last)),
      ],
    };
  }

  delay({ name, role, points }, index, at) {
    return {
      name,
      type: 'line',
      xAxisIndex: at,
      yAxisIndex: at,
      data: points,
      color: this.colour(role),
      symbol: index === 0 ? 'circle' : 'emptyCircle',
      symbolSize: 4,
      showSymbol: points.length < 120,
      lineStyle: { width: 1.2, type: index === 0 ? 'solid' : 'dashed' },
      z: 3,
    };
  }

  /** How far the delays may be off by the clocks. */
  band({ name, role, half, points }, at) {
    return {
      name,
      type: 'custom',
      xAxisIndex: at,
      yAxisIndex: at,
      data: points,
      clip: true,
      silent: true,
      tooltip: { show: false },
      color: this.colour(role),
      renderItem: ({ dataIndex }, api) =>
        dataIndex > 0
          ? undefined
          : {
              type: 'polygon',
              shape: {
                points: [
                  ...points.map(([x, ms]) => api.coord([x, ms + half])),
                  ...points.toReversed().map(([x, ms]) => api.coord([x, ms - half])),
                ],
              },
              style: { fill: this.colour(role), opacity: 0.16 },
            },
      z: 1,
    };
  }

  loss({ name, role, hatched, points }, at, step, last) {
    const colour = this.colour(role);
    return {
      name,
      type: 'bar',
      stack: 'packets',
      xAxisIndex: at,
      yAxisIndex: at,
      data: points.map(([x, packets]) => [x + step / 2, packets]),
      barWidth: Math.max(3, ((this.clientWidth - LEFT - RIGHT) * step * 0.8) / last),
      color: colour,
      itemStyle: hatched
        ? { color: this.colour(`${role}-soft`), borderColor: colour, borderWidth: 1.5 }
        : { color: colour },
    };
  }

  words(shown, delays, losses, step) {
    const at = shown[0]?.axisValue ?? 0;
    const lines = [seconds(at)];
    delays.forEach(({ name, half, points }) => {
      const near = points.reduce((best, point) => (Math.abs(point[0] - at) < Math.abs(best[0] - at) ? point : best));
      if (Math.abs(near[0] - at) <= step) {
        lines.push(`${name}: ${number(near[1])} ± ${number(half)} ms`);
      }
    });
    losses.forEach(({ name, points }) => {
      const hit = points.find(([x]) => x <= at && at <= x + step);
      if (hit) {
        lines.push(`${name}: ${hit[1]} of ${hit[2]}`);
      }
    });
    return lines.join('\n');
  }
}

customElements.define('ww-course', Course);
