import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force'
import { type LinkStep, type PictureNode, thingText } from '../api/graph.ts'

/** A thing with its place, in pixels around 0, 0. */
export interface PlacedNode extends PictureNode {
  readonly key: string
  readonly x: number
  readonly y: number
}

/** All links between one pair of things, drawn as one line. */
export interface PlacedLine {
  readonly key: string
  readonly from: PlacedNode
  readonly to: PlacedNode
  readonly steps: readonly LinkStep[]
}

/** A picture with everything in its place. */
export interface Layout {
  readonly nodes: readonly PlacedNode[]
  readonly lines: readonly PlacedLine[]
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

interface Body extends SimulationNodeDatum {
  readonly key: string
}

const ticks = 280
const margin = { x: 110, y: 48 }

/** Places things so that what is linked stands together. The same picture is laid out the same way each time. */
export function layOut(nodes: readonly PictureNode[], links: readonly LinkStep[]): Layout {
  const bodies: Body[] = nodes.map(({ ref }) => ({ key: thingText(ref) }))
  const pairs = pairsOf(links, new Set(bodies.map(({ key }) => key)))
  const simulation = forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, { source: string; target: string }>(
        [...pairs.values()].map(([{ from, to }]) => ({
          source: thingText(from),
          target: thingText(to),
        })),
      )
        .id(({ key }) => key)
        .distance(150)
        .strength(0.5),
    )
    .force('apart', forceManyBody().strength(-760))
    .force('room', forceCollide(54))
    .force('x', forceX(0).strength(0.04))
    .force('y', forceY(0).strength(0.09))
    .stop()
  simulation.tick(ticks)
  const placed = nodes.map(
    (node, at): PlacedNode => ({
      ...node,
      key: bodies[at]!.key,
      x: Math.round(bodies[at]!.x!),
      y: Math.round(bodies[at]!.y!),
    }),
  )
  const byKey = new Map(placed.map((node) => [node.key, node]))
  const lines = [...pairs].map(
    ([key, steps]): PlacedLine => ({
      key,
      from: byKey.get(thingText(steps[0]!.from))!,
      to: byKey.get(thingText(steps[0]!.to))!,
      steps,
    }),
  )
  return { nodes: placed, lines, box: boxOf(placed) }
}

function pairsOf(
  links: readonly LinkStep[],
  drawn: ReadonlySet<string>,
): Map<string, [LinkStep, ...LinkStep[]]> {
  const pairs = new Map<string, [LinkStep, ...LinkStep[]]>()
  for (const link of links) {
    const ends = [thingText(link.from), thingText(link.to)]
    if (!ends.every((end) => drawn.has(end))) continue
    const key = ends.sort().join('\n')
    const known = pairs.get(key)
    if (known) known.push(link)
    else pairs.set(key, [link])
  }
  return pairs
}

function boxOf(nodes: readonly PlacedNode[]): Layout['box'] {
  if (nodes.length === 0) return { x: -margin.x, y: -margin.y, width: 2 * margin.x, height: 2 * margin.y }
  const xs = nodes.map(({ x }) => x)
  const ys = nodes.map(({ y }) => y)
  const [left, top] = [Math.min(...xs) - margin.x, Math.min(...ys) - margin.y]
  return {
    x: left,
    y: top,
    width: Math.max(...xs) + margin.x - left,
    height: Math.max(...ys) + margin.y - top,
  }
}
