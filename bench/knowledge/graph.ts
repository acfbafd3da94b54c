/**
 * A graph of 10 million links: how long it takes to build, what it holds, and how long a three-hop question takes.
 * Both ends of a link are drawn by a power law, so that there are hubs with hundreds of thousands of links, as addresses,
 * banks and list entries make them; relations are mixed as lists and findings mix them.
 *
 *   node --conditions=cordon-source --import tsx bench/knowledge/graph.ts [LINKS]
 */
import { exposure, LinkGraphBuilder, neighbours, shortestPaths } from '@cordon/knowledge'

const links = Number(process.argv[2] ?? 10_000_000)
const things = Math.ceil(links / 4)
const random = seeded(1)
const mix = ['owns', 'linked', 'directs', 'about', 'matches', 'party-to', 'met', 'holds', 'paid', 'family']

const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const megabytes = () => {
  globalThis.gc?.()
  return Math.round(process.memoryUsage().rss / 1e6)
}

const before = cpu()
const builder = new LinkGraphBuilder()
const thing = (number: number) => ({ kind: 'entity' as const, id: `e-${number}`, label: `Thing ${number}` })
for (let n = 0; n < links; n++) {
  const from = thing(heavyTailed())
  builder.add({
    from,
    to: thing(Math.floor(random() * things)),
    relation: mix[Math.floor(random() * mix.length)]!,
    source: `source-${n % 7}`,
    since: 1_400_000_000_000 + n,
    record: `r-${n % 1_000_000}`,
  })
}
const graph = builder.build()
console.log(
  `${graph.linkCount.toLocaleString('en')} links, ${graph.size.toLocaleString('en')} things: built in ${((cpu() - before) / 1000).toFixed(1)} s of CPU, ${megabytes()} MB resident`,
)
let greatest = 0
const flagged = seeded(2)
for (let node = 0; node < graph.size; node++) {
  greatest = Math.max(greatest, graph.degree(node))
  if (flagged() < 0.005) graph.columns.flags[node]! |= 1
}
console.log(`the greatest hub has ${greatest.toLocaleString('en')} links; one thing in 200 is designated`)

// Things to ask about are drawn as links draw them, so that hubs are asked about as often as they are met.
const ask = seeded(3)
const chosen = Array.from({ length: 400 }, () => {
  const place = Math.floor(ask() * graph.columns.others.length)
  return graph.columns.others[place]!
})
report('exposure, three hops, 1,000 links a thing', (n) => {
  const { reached } = exposure(graph, chosen[n]!, { hops: 3, fanOut: 1_000, least: 0 })
  return reached
})
report('exposure, three hops, as it is by default (ways that carry .02)', (n) => {
  const { reached } = exposure(graph, chosen[n]!, { hops: 3 })
  return reached
})
report('shortest ways between two, three hops', (n) => {
  const { compared } = shortestPaths(graph, chosen[n]!, chosen[(n + 1) % chosen.length]!, { maxHops: 3 })
  return compared
})
report('shortest ways between two, six hops', (n) => {
  const { compared } = shortestPaths(graph, chosen[n]!, chosen[(n + 1) % chosen.length]!, { maxHops: 6 })
  return compared
})
report('neighbours, first hundred', (n) => neighbours(graph, chosen[n]!).total)

function report(name: string, question: (n: number) => number): void {
  const times: number[] = []
  let counted = 0
  for (let n = 0; n < chosen.length; n++) {
    const start = performance.now()
    counted += question(n)
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]!.toFixed(2)
  console.log(
    `${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms; ${Math.round(counted / chosen.length).toLocaleString('en')} a question`,
  )
}

/** Numbers of things, small ones far more often: density falls with the power 1.6. */
function heavyTailed(): number {
  return Math.floor(things * random() ** 3)
}

function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
