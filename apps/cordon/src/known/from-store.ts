import { setImmediate as nextTurn } from 'node:timers/promises'
import { projectEntity } from '@cordon/knowledge'
import { isoSeconds, type StoredStatement } from '@cordon/model'
import { defaultAlgorithm } from '../screening-algorithms.ts'
import type { Lists, ListVersion, StoredGroup, VersionChoice } from '../store/index.ts'
import { EntityCollector } from './build.ts'
import type { Known, KnownEntities, KnownList, LoadProgress } from './known.ts'

/**
 * What is known from the store's lists, one version of each, as one moment had them. The starter is left out once a
 * real list is there, unless the choice names it.
 * @param choice earlier versions, by the publisher's version or the number of the import; else the current ones
 * @throws CordonError CORDON_LIST_VERSION for a version that is not stored
 */
export async function loadFromStore(
  lists: Lists,
  choice: VersionChoice = {},
  onProgress: (progress: LoadProgress) => void = () => {},
): Promise<Known> {
  const { collector, known } = await collect(lists, choice, onProgress)
  return collector.build(known, defaultAlgorithm)
}

/** The same without what screening needs: for work that asks nobody's name. */
export async function loadEntitiesFromStore(lists: Lists): Promise<KnownEntities> {
  const { collector, known } = await collect(lists, {}, () => {})
  return collector.buildEntities(known)
}

async function collect(
  lists: Lists,
  choice: VersionChoice,
  onProgress: (progress: LoadProgress) => void,
): Promise<{ collector: EntityCollector; known: KnownList[] }> {
  const sources = new Map((await lists.status()).map((source) => [source.name, source]))
  const isStarter = ({ source }: ListVersion) => sources.get(source)?.starter === true
  const named = new Set([...(choice.sources ?? []), ...Object.keys(choice.asOf ?? {})])
  const chosen = await lists.choose(choice)
  const retired = chosen.some((version) => !isStarter(version))
  const versions = chosen.filter((one) => !retired || !isStarter(one) || named.has(one.source))
  const total = versions.reduce((sum, { entities }) => sum + entities, 0)
  const collector = new EntityCollector()
  // The versions are named by their numbers, so that an import in between changes nothing.
  const asOf = Object.fromEntries(versions.map(({ source, seq }) => [source, seq]))
  let done = 0
  for await (const statements of byEntity(lists.entities({ sources: Object.keys(asOf), asOf }))) {
    collector.add(projectEntity(statements))
    if (++done % 1000 === 0) onProgress({ done: Math.min(done, total), total })
  }
  const known = versions.map((version): KnownList => {
    const source = sources.get(version.source)!
    return {
      source: version.source,
      title: source.title,
      publisher: source.publisher,
      ...(source.url && { url: source.url }),
      version: version.version,
      seq: version.seq,
      fetched: isoSeconds(version.fetched),
      entities: version.entities,
      starter: source.starter,
    }
  })
  return { collector, known }
}

/** All statements about one id together, whichever source they are from; the groups come ordered by id. */
async function* byEntity(pages: AsyncIterable<readonly StoredGroup[]>): AsyncGenerator<StoredStatement[]> {
  let id: string | undefined
  let gathered: StoredStatement[] = []
  for await (const page of pages) {
    // The next page may be here already: without a pause, page after page would keep all else from being done.
    await nextTurn()
    for (const group of page) {
      if (group.entityId !== id && gathered.length > 0) {
        yield gathered
        gathered = []
      }
      id = group.entityId
      for (const statement of group.statements) gathered.push(statement)
    }
  }
  if (gathered.length > 0) yield gathered
}
