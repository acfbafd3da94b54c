import { z } from 'zod'
import { tool } from './tool.ts'

const thing = z
  .string()
  .min(1)
  .max(2_000)
  .describe(
    'An id, `kind:id`, an IMO number, an MMSI, a wallet, an ATT&CK code, or a name that one thing alone has',
  )

/** Tools that ask how things hang together. */
export const graphTools = [
  tool({
    name: 'find_path',
    title: 'How two things are linked',
    description:
      'The shortest ways between two things, each step in words with its source and dates: how does this payment touch a designated vessel? That there is a way is no proof of anything; none found means: not over so many steps in what is loaded.',
    needs: 'read',
    route: '/api/graph/paths',
    input: z.object({
      from: thing,
      to: thing,
      hops: z.number().int().min(1).max(12).default(6),
      limit: z.number().int().min(1).max(20).default(5),
    }),
    run: (ask, query) => ask('/api/graph/paths', { query }),
  }),
  tool({
    name: 'get_neighbours',
    title: 'What a thing is linked to',
    description:
      'The neighbours of a thing in the graph, those links first that carry most, each with its source.',
    needs: 'read',
    route: '/api/graph/neighbours',
    input: z.object({ of: thing, limit: z.number().int().min(1).max(100).default(25) }),
    run: (ask, query) => ask('/api/graph/neighbours', { query }),
  }),
]
