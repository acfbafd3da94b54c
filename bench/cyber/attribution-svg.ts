/** A reliability diagram as SVG: what was said across, how often it was right upwards, dots as large as their cases. */
export function reliabilitySvg(
  bins: readonly { readonly cases: number; readonly said: number; readonly right: number }[],
): string {
  const x = (value: number) => 46 + value * 260
  const y = (value: number) => 276 - value * 260
  const ticks = [0, 0.25, 0.5, 0.75, 1]
  const dots = bins
    .filter(({ cases }) => cases > 0)
    .map(
      ({ cases, said, right }) =>
        `<circle cx="${x(said).toFixed(1)}" cy="${y(right).toFixed(1)}" r="${(2 + Math.sqrt(cases) / 2).toFixed(1)}" fill="#2f6f9f" fill-opacity=".75"><title>said ${said.toFixed(2)}, right ${right.toFixed(2)}, ${cases} cases</title></circle>`,
    )
  const lines = ticks.flatMap((tick) => [
    `<line x1="${x(tick)}" y1="${y(0)}" x2="${x(tick)}" y2="${y(1)}" stroke="#8884"/>`,
    `<line x1="${x(0)}" y1="${y(tick)}" x2="${x(1)}" y2="${y(tick)}" stroke="#8884"/>`,
    `<text x="${x(tick)}" y="${y(0) + 16}" text-anchor="middle">${tick}</text>`,
    `<text x="${x(0) - 6}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`,
  ])
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 330 316" width="330" height="316" role="img" aria-label="Reliability of attributions" font-family="sans-serif" font-size="11" fill="#777">
<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#b0643c" stroke-dasharray="4 3"/>
${lines.join('\n')}
${dots.join('\n')}
<text x="${x(0.5)}" y="310" text-anchor="middle">probability that was said</text>
<text x="12" y="${y(0.5)}" text-anchor="middle" transform="rotate(-90 12 ${y(0.5)})">share that was right</text>
</svg>
`
}
