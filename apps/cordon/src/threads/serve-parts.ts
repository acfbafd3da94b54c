import { parentPort } from 'node:worker_threads'
import { EntityCollector } from '../known/build.ts'
import type { Known } from '../known/known.ts'
import { defaultAlgorithm } from '../screening-algorithms.ts'
import type { FromThread, ToThread } from './known-pool.ts'

/**
 * The whole program of a thread of a `KnownPool`: it gets the entities in parts, builds indexes of its own, and works.
 * @param prepare makes what works on a part; a pure function of the part, so that the output does not depend on who does it
 */
export function serveParts<Part, Done, Spec>(
  prepare: (known: Known, spec: Spec) => ((part: Part) => Done) | Promise<(part: Part) => Done>,
): void {
  const port = parentPort!
  const collector = new EntityCollector()
  let work: ((part: Part) => Done) | undefined
  const answer = (message: FromThread<Done>) => port.postMessage(message)
  port.on('message', async (message: ToThread<Part, Spec>) => {
    if (message.kind === 'entities') for (const entity of message.entities) collector.add(entity)
    else if (message.kind === 'build') {
      work = await prepare(await collector.build(message.lists, defaultAlgorithm), message.spec)
      answer({ kind: 'ready' })
    } else answer({ kind: 'done', id: message.id, done: work!(message.part) })
  })
}
