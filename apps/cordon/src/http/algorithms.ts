import type { Algorithm, ScreeningIndex } from '@cordon/screening'
import type { FastifyInstance } from 'fastify'
import type { Known } from '../known/known.ts'
import { inSlices } from '../known/slices.ts'
import { defaultAlgorithm } from '../screening-algorithms.ts'
import { needs } from './caller.ts'
import { HttpFault } from './problem.ts'
import type { Services } from './services.ts'

/**
 * The algorithm that a caller names; `best` and `default` mean the first.
 * @throws HttpFault 400 for one that there is not
 */
export function algorithmOf({ algorithms }: Services, name: string): Algorithm {
  const [first] = algorithms
  if (first && ['best', 'default'].includes(name)) return first
  const found = algorithms.find((algorithm) => algorithm.name === name)
  if (found) return found
  throw new HttpFault(400, {
    code: 'CORDON_BAD_REQUEST',
    expected: `one of best, ${algorithms.map((algorithm) => algorithm.name).join(', ')}`,
    found: `"${name}"`,
    where: 'query.algorithm',
    remedy: 'Ask GET /algorithms for those there are.',
  })
}

const indexes = new WeakMap<Known, Map<Algorithm, Promise<ScreeningIndex>>>()

/** The index of an algorithm over what is known; one other than the default is built when first asked for. */
export function indexOf(known: Known, algorithm: Algorithm): ScreeningIndex | Promise<ScreeningIndex> {
  if (algorithm === defaultAlgorithm) return known.index
  const own = indexes.get(known) ?? new Map<Algorithm, Promise<ScreeningIndex>>()
  indexes.set(known, own)
  const index = own.get(algorithm) ?? build(known, algorithm)
  own.set(algorithm, index)
  return index
}

async function build(known: Known, algorithm: Algorithm): Promise<ScreeningIndex> {
  const building = algorithm.buildingIndex?.(known.graph.entities())
  return building ? inSlices(building) : algorithm.buildIndex(known.graph.entities())
}

/** `GET /algorithms`. */
export function addAlgorithmRoutes(app: FastifyInstance, services: Services): void {
  app.get(
    '/algorithms',
    { config: needs('read'), schema: { tags: ['Matching'], summary: 'How parties are scored' } },
    async () => {
      const [first] = services.algorithms
      return {
        algorithms: services.algorithms.map(({ name, description, features }) => ({
          name,
          description,
          features: Object.fromEntries(
            Object.entries(features).map(([feature, { description: about, weight }]) => [
              feature,
              { description: about, coefficient: weight },
            ]),
          ),
        })),
        default: first?.name,
        best: first?.name,
      }
    },
  )
}
