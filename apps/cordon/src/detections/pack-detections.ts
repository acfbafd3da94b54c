import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parseSigma, parseStreamRule, type SigmaDocument, SigmaError, type StreamRule } from '@cordon/cyber'
import { citedAs, packSources } from './pack-sources.ts'

const packs = new URL('../../../../packs/', import.meta.url)

/** The detections of a pack: what past operations looked like in logs. */
export interface PackDetections {
  /** Sigma rules, by file name without its ending. */
  readonly sigma: ReadonlyMap<string, SigmaDocument>
  /** Rules over many records. */
  readonly streams: ReadonlyMap<string, StreamRule>
  /** Files that could not be read, each by a named error. */
  readonly rejects: readonly SigmaError[]
}

/**
 * Reads the detections of a pack.
 * @param pack a folder of `packs/`
 */
export function loadPackDetections(pack = 'dprk'): PackDetections {
  const folder = new URL(`${pack}/network/`, packs)
  const sigma = new Map<string, SigmaDocument>()
  const streams = new Map<string, StreamRule>()
  const rejects: SigmaError[] = []
  const sources = packSources(folder)
  const cited = <T extends { readonly references: readonly string[] }>(one: T): T => ({
    ...one,
    references: citedAs(one.references, sources),
  })
  for (const [name, text] of textsIn(new URL('rules/', folder))) {
    const reading = parseSigma(text, `packs/${pack}/network/rules/${name}.yml`)
    rejects.push(...reading.rejects)
    for (const document of reading.documents) sigma.set(name, cited(document))
  }
  for (const [name, text] of textsIn(new URL('streams/', folder)))
    try {
      streams.set(name, cited(parseStreamRule(text, `packs/${pack}/network/streams/${name}.yml`)))
    } catch (error) {
      if (!(error instanceof SigmaError)) throw error
      rejects.push(error)
    }
  return { sigma, streams, rejects }
}

function* textsIn(folder: URL): Generator<[string, string]> {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder).sort())
    if (name.endsWith('.yml')) yield [name.slice(0, -4), readFileSync(new URL(name, folder), 'utf8')]
}
