/** A thread that screens chunks of parties. */
import { serveParts } from '../threads/serve-parts.ts'
import { chunkScreener } from './screen-chunk.ts'

serveParts(chunkScreener)
