import type { LinkGraph } from '@cordon/knowledge'
import { CordonError, type Instant } from '@cordon/model'
import type { Known } from '../known/known.ts'
import type { Store } from '../store/index.ts'
import type { KnownThreats } from '../threats/known-threats.ts'
import { buildGraph } from './build-graph.ts'

/** A graph with the time at which what is in it was read. */
export interface BuiltGraph {
  readonly graph: LinkGraph
  readonly builtAt: Instant
}

/** What the graph is made of. */
export interface GraphParts {
  readonly store: () => Promise<Store>
  readonly known: () => Known | undefined
  readonly threats: () => Promise<KnownThreats>
}

/** A graph that took a while to build is built anew no sooner than after this many times as long. */
const restFactor = 10
const leastRestMs = 2_000

/**
 * Keeps the graph in step with the store. It is built when it is first asked for; later a stale one answers while the next is
 * built, and says how old it is. Building takes a tenth of the time at most.
 */
export class GraphHolder {
  private readonly parts: GraphParts
  private held: (BuiltGraph & { readonly signature: string; readonly known: Known }) | undefined
  private building: Promise<BuiltGraph> | undefined
  private restUntil = 0

  constructor(parts: GraphParts) {
    this.parts = parts
  }

  /**
   * The graph now.
   * @param fresh wait for one that holds all that was stored before the question
   * @throws CordonError CORDON_GRAPH_LOADING while the lists are still being loaded
   */
  async get(fresh = false): Promise<BuiltGraph> {
    const store = await this.parts.store()
    const { held } = this
    if (held && !fresh && performance.now() < this.restUntil) return held
    const known = this.parts.known()
    if (!known) throw loading()
    const signature = await store.graph.signature()
    if (held && held.signature === signature && held.known === known) return held
    if (fresh && this.building) await this.building.catch(() => undefined)
    this.building ??= this.build(store, known, signature).finally(() => {
      this.building = undefined
    })
    if (held && !fresh) {
      this.building.catch(() => undefined)
      return held
    }
    return this.building
  }

  private async build(store: Store, known: Known, signature: string): Promise<BuiltGraph> {
    const start = performance.now()
    const builtAt = store.now()
    const graph = await buildGraph(store, known, await this.parts.threats())
    this.held = { graph, builtAt, signature, known }
    const now = performance.now()
    this.restUntil = now + Math.max(leastRestMs, restFactor * (now - start))
    return this.held
  }
}

function loading(): CordonError {
  return new CordonError({
    code: 'CORDON_GRAPH_LOADING',
    expected: 'loaded lists',
    found: 'lists that are still being loaded',
    where: 'graph',
    remedy: 'Ask again when GET /readyz answers 200.',
  })
}
