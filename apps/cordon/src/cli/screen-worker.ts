/** A thread that screens: it gets the entities in parts, builds an index of its own, and answers chunks of parties. */
import { parentPort } from 'node:worker_threads'
import { EntityCollector } from '../known/build.ts'
import { defaultAlgorithm } from '../screening-algorithms.ts'
import { chunkScreener } from './screen-chunk.ts'
import type { FromWorker, ToWorker } from './screen-pool.ts'

const port = parentPort!
const collector = new EntityCollector()
let screen: ReturnType<typeof chunkScreener> | undefined

const answer = (message: FromWorker) => port.postMessage(message)

port.on('message', async (message: ToWorker) => {
  if (message.kind === 'entities') for (const entity of message.entities) collector.add(entity)
  else if (message.kind === 'build') {
    screen = chunkScreener(await collector.build(message.lists, defaultAlgorithm), message.spec)
    answer({ kind: 'ready' })
  } else answer({ kind: 'done', id: message.id, chunk: screen!(message.rows) })
})
