/** A bar chart as an image: inline SVG, so that it takes the colours of the page and needs no request. */

export interface Bar {
  label: string;
  value: number;
  /** Shown beside the label. */
  text: string;
  /** The quartiles. */
  range?: [low: number, high: number];
  /** Whether it is this package's. */
  own?: boolean;
}

const width = 400;
const rowHeight = 38;

/** `id` is unique on the page; `description` says what the bars show, for readers who do not see them. */
export function barChart(id: string, title: string, description: string, bars: readonly Bar[]): string {
  const largest = Math.max(...bars.flatMap(({ value, range }) => [value, ...(range ?? [])]));
  const scaled = (value: number) => Math.round((value / largest) * width * 10) / 10;
  const rows = bars.map(({ label, value, text, range, own }, index) => {
    const y = index * rowHeight;
    const quartiles = range?.map(scaled) ?? [];
    const whisker = range ? `<path d="M${quartiles[0]} ${y + 27}H${quartiles[1]}" class="whisker"/>` : "";
    return (
      `<text x="0" y="${y + 15}"${own ? ' font-weight="700"' : ""}>${escaped(label)}</text>` +
      `<text x="${width}" y="${y + 15}" text-anchor="end">${escaped(text)}</text>` +
      `<rect x="0" y="${y + 21}" width="${scaled(value)}" height="12" class="${own ? "own" : "other"}"/>${whisker}`
    );
  });
  return [
    `<svg class="drawing chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bars.length * rowHeight}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escaped(title)}</title>`,
    `<desc id="${id}-desc">${escaped(description)}</desc>`,
    `<g font-size="14" fill="currentColor">${rows.join("\n")}</g>`,
    "</svg>",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
