import { type KeyboardEvent, useId } from 'react'
import { strings } from '../strings/index.ts'
import { plainText } from '../text/control-characters.ts'
import { classes } from '../ui/classes.ts'
import styles from './drawing.module.css'
import type { Layout, PlacedLine, PlacedNode } from './layout.ts'

const words = strings.graph
const mostLabels = 14
const radius = 15
const mostShown = 26

/** Things and their links, drawn. Each thing is a button; the arrow keys go to the nearest one in their direction. */
export function Drawing({
  layout,
  chosen,
  onChoose,
  onOpen,
  label,
}: {
  readonly layout: Layout
  readonly chosen: string | undefined
  onChoose(key: string | undefined): void
  /** A thing was opened: double click or Enter on the chosen one. */
  onOpen?(node: PlacedNode): void
  readonly label: string
}) {
  const title = useId()
  const { box, nodes, lines } = layout
  const touching = new Set(
    lines
      .filter(({ from, to }) => from.key === chosen || to.key === chosen)
      .flatMap(({ from, to }) => [from.key, to.key]),
  )
  const isFar = (node: PlacedNode) => chosen !== undefined && node.key !== chosen && !touching.has(node.key)
  const onKey = (event: KeyboardEvent<SVGSVGElement>) => {
    if (event.key === 'Escape') onChoose(undefined)
    const next = neighbourIn(event.key, nodes, chosen)
    if (!next) return
    event.preventDefault()
    onChoose(next.key)
    event.currentTarget.querySelector<SVGGElement>(`[data-key="${CSS.escape(next.key)}"]`)?.focus()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be a drawing
    <svg
      className={styles.drawing}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      role="group"
      aria-labelledby={title}
      onKeyDown={onKey}
    >
      <title id={title}>{label}</title>
      <g>
        {lines.map((line) => (
          <Line
            key={line.key}
            line={line}
            named={lines.length <= mostLabels || line.from.key === chosen || line.to.key === chosen}
            far={chosen !== undefined && line.from.key !== chosen && line.to.key !== chosen}
          />
        ))}
      </g>
      {nodes.map((node) => (
        <Thing
          key={node.key}
          node={node}
          chosen={node.key === chosen}
          far={isFar(node)}
          first={chosen === undefined ? node === nodes[0] : node.key === chosen}
          onChoose={() => onChoose(node.key)}
          {...(onOpen && { onOpen: () => onOpen(node) })}
        />
      ))}
    </svg>
  )
}

function Line({
  line,
  named,
  far,
}: {
  readonly line: PlacedLine
  readonly named: boolean
  readonly far: boolean
}) {
  const { from, to, steps } = line
  const [first] = steps
  const text = steps.length > 1 ? words.several(first!.words, steps.length) : first!.words
  // Read from left to right, whichever way the link leads.
  const turned = from.x > to.x
  const angle = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI + (turned ? 180 : 0)
  const length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y))
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const end = { x: to.x - dx * (radius + 4), y: to.y - dy * (radius + 4) }
  return (
    <g className={classes(styles.line, styles[first!.family], far && styles.far)}>
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <path
        d={`M${end.x} ${end.y}L${end.x - dx * 8 - dy * 4} ${end.y - dy * 8 + dx * 4}L${end.x - dx * 8 + dy * 4} ${end.y - dy * 8 - dx * 4}Z`}
      />
      {named && (
        <text transform={`translate(${(from.x + to.x) / 2} ${(from.y + to.y) / 2}) rotate(${angle})`} dy="-4">
          {text}
        </text>
      )}
    </g>
  )
}

function Thing({
  node,
  chosen,
  far,
  first,
  onChoose,
  onOpen,
}: {
  readonly node: PlacedNode
  readonly chosen: boolean
  readonly far: boolean
  readonly first: boolean
  onChoose(): void
  onOpen?(): void
}) {
  const name = plainText(node.ref.label)
  const shown = shortened(name)
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button element inside SVG
    <g
      role="button"
      tabIndex={first ? 0 : -1}
      data-key={node.key}
      aria-pressed={chosen}
      aria-label={words.thing(
        words.kinds[node.ref.kind] ?? node.ref.kind,
        // What is seen must be part of what is said.
        shown === name ? name : `${shown} ${name.slice(0, 300)}`,
        node.designated,
        node.degree,
      )}
      transform={`translate(${node.x} ${node.y})`}
      className={classes(
        styles.thing,
        styles[node.ref.kind],
        node.designated && styles.designated,
        node.asked && styles.asked,
        chosen && styles.chosen,
        far && styles.far,
      )}
      onClick={onChoose}
      onDoubleClick={onOpen}
      onKeyDown={(event) => {
        if (event.key === ' ' || (event.key === 'Enter' && !chosen)) {
          event.preventDefault()
          onChoose()
        } else if (event.key === 'Enter') onOpen?.()
      }}
    >
      <Shape kind={node.ref.kind} />
      <text dy={radius + 15}>{shown}</text>
    </g>
  )
}

/** The beginning of a name; of an address or hash, which nobody reads whole, both ends. */
function shortened(name: string): string {
  if (name.length <= mostShown) return name
  return /\s/.test(name) ? `${name.slice(0, mostShown - 1)}…` : `${name.slice(0, 8)}…${name.slice(-5)}`
}

/** Kinds differ by form as well as by colour. */
function Shape({ kind }: { readonly kind: string }) {
  switch (kind) {
    case 'finding':
      return <rect x={-radius} y={-radius} width={2 * radius} height={2 * radius} rx="3" />
    case 'vessel':
      return <path d="M-17 -4H17L11 12H-11ZM-6 -4V-14H6V-4" />
    case 'stix':
    case 'indicator':
      return <path d="M-16 0L-8 -14H8L16 0L8 14H-8Z" />
    case 'account':
    case 'wallet':
    case 'payment':
      return <rect x="-18" y="-12" width="36" height="24" rx="12" />
    case 'host':
    case 'place':
      return <path d="M0 -17L17 0L0 17L-17 0Z" />
    default:
      return <circle r={radius} />
  }
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The nearest thing in the direction of an arrow key; what lies aside counts as further. */
export function neighbourIn(
  key: string,
  nodes: readonly PlacedNode[],
  chosen: string | undefined,
): PlacedNode | undefined {
  const direction = directions[key]
  if (!direction) return undefined
  const at = nodes.find((node) => node.key === chosen)
  if (!at) return nodes[0]
  let best: PlacedNode | undefined
  let least = Number.POSITIVE_INFINITY
  for (const node of nodes) {
    const [x, y] = [node.x - at.x, node.y - at.y]
    const along = x * direction[0] + y * direction[1]
    if (along <= 0) continue
    const far = along + 2 * Math.abs(x * direction[1] + y * direction[0])
    if (far < least) [best, least] = [node, far]
  }
  return best
}
