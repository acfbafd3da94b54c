/**
 * The types of the HTTP API for the console, from the OpenAPI document that the routes make: `npm run api-types` writes them,
 * a test says when they are out of date.
 */
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { buildApp } from '../apps/cordon/src/http/app.ts'
import { KnownHolder } from '../apps/cordon/src/known/known.ts'
import { algorithms } from '../apps/cordon/src/screening-algorithms.ts'

/** The generator is the console's tool, and lies with it. */
interface Generator {
  default(document: object, options: object): Promise<readonly object[]>
  astToString(nodes: readonly object[]): string
}
const room = createRequire(new URL('../apps/console/package.json', import.meta.url))
const generator: Generator = await import(pathToFileURL(room.resolve('openapi-typescript')).href)

/** Where the types stand. */
export const typesPath = fileURLToPath(
  new URL('../apps/console/src/api/schema.generated.ts', import.meta.url),
)

/** The types as text, from the routes as they are now. */
export async function apiTypes(): Promise<string> {
  const app = await buildApp({ version: '0', known: new KnownHolder(), algorithms })
  const document = JSON.parse(JSON.stringify(app.swagger()))
  await app.close()
  const nodes = await generator.default(document, { immutable: true, alphabetize: true })
  const types = generator.astToString(nodes)
  return `// Made by \`npm run api-types\` from the OpenAPI document. Not to be edited.\n${types}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(typesPath, await apiTypes())
