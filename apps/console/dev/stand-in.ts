import type { IncomingMessage } from 'node:http'
import type { Plugin } from 'vite'
import { type Answer, answers } from './answers.ts'

/** Answers the API with a few made-up records, so that the console can be worked on without a server. */
export const standIn: Plugin = {
  name: 'stand-in',
  configureServer({ middlewares }) {
    middlewares.use(async (request, response, next) => {
      const url = new URL(request.url ?? '/', 'http://localhost')
      const found = answers.find(([method, path]) => method === request.method && path.test(url.pathname))
      if (!found) return next()
      const [, path, answer] = found
      const parts = path.exec(url.pathname)!.slice(1).map(decodeURIComponent)
      const { status = 200, body }: Answer = answer({ url, parts, body: await bodyOf(request) })
      response.statusCode = status
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(body))
    })
  },
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined
}
