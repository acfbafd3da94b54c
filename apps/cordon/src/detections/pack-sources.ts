import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const sourceSchema = z.object({
  cites: z.string(),
  url: z.string().optional(),
  /** Whether title and date were compared with anything. */
  verified: z.boolean(),
  /** What with. */
  by: z.string().optional(),
})
const fileSchema = z.object({ sources: z.array(sourceSchema) })

/** A document that detections of a pack cite. */
export type PackSource = z.infer<typeof sourceSchema>

/** What the detections of a pack cite, by the words of their references. */
export function packSources(folder: URL): ReadonlyMap<string, PackSource> {
  const file = new URL('sources.yaml', folder)
  if (!existsSync(file)) return new Map()
  const { sources } = fileSchema.parse(parse(readFileSync(file, 'utf8')))
  return new Map(sources.map((one) => [one.cites, one]))
}

/** A rule's references as findings show them: with their address, and a word where nobody compared them with anything. */
export function citedAs(references: readonly string[], sources: ReadonlyMap<string, PackSource>): string[] {
  return references.map((reference) => {
    const source = sources.get(reference)
    if (source?.verified === false) return `${reference} (from memory, not checked against the document)`
    return source?.url === undefined ? reference : `${reference}, ${source.url}`
  })
}
