import { ndjsonLine } from '@cordon/formats'
import { isoDay, isoSeconds } from '@cordon/model'
import type { Command } from 'commander'
import { type FetchView, fetchStatus } from '../fetch/fetch-status.ts'
import { listsConfig } from '../fetch/lists-config.ts'
import { ensureStarter } from '../lists/starter.ts'
import { defaultFormat, grouped, plain, table, write } from './output.ts'
import { withStore } from './with-store.ts'

/** `cordon lists status`: what is loaded, from when. */
export function addStatusCommand(lists: Command): void {
  lists
    .command('status')
    .description('The lists that are loaded, each with all its versions; the one that answers is marked.')
    .option('--data <folder>', 'the data folder')
    .addHelpText('after', '\nExamples:\n  cordon lists status\n  cordon lists status | jq .version')
    .action(async ({ data }: { data?: string }) => {
      const { versions, fetches } = await withStore(data, async (store) => {
        await ensureStarter(store)
        const fetches = await fetchStatus(store, listsConfig(data ?? process.env.CORDON_DATA))
        const sources = await store.lists.status()
        const each = sources.map(async (source) =>
          (await store.lists.versions(source.name)).map((version) => ({ source, version })),
        )
        return { versions: (await Promise.all(each)).flat(), fetches }
      })
      if (defaultFormat() === 'ndjson')
        return write(
          versions
            .map(({ source, version }) => {
              const [fetched, importedAt] = [isoSeconds(version.fetched), isoSeconds(version.importedAt)]
              return ndjsonLine({
                ...version,
                title: source.title,
                fetch: version.current ? fetches.find(({ name }) => name === source.name) : undefined,
                starter: source.starter,
                fetched,
                importedAt,
              })
            })
            .join(''),
        )
      await write(fetchLines(fetches))
      const right = 'right' as const
      await write(
        table(
          [
            { heading: 'list', max: 30 },
            { heading: '#', align: right },
            { heading: 'version' },
            { heading: 'answers' },
            { heading: 'imported' },
            { heading: 'entities', align: right },
            { heading: 'rejected', align: right },
            { heading: 'format' },
          ],
          versions.map(({ source, version }) => [
            source.starter ? `${source.name} (starter)` : source.name,
            version.seq,
            version.version,
            version.current ? 'yes' : '',
            isoDay(version.importedAt),
            grouped(version.entities),
            grouped(version.rejects),
            version.format,
          ]),
        ),
      )
    })
}

/** What a person has to know of the fetching: what is held back, what failed. Nothing where all is well. */
function fetchLines(fetches: readonly FetchView[]): string {
  const lines = fetches.flatMap(({ name, held, error, errorAt, failures, checked }) => [
    ...(held ? [`${name}: a new version is held back since ${held.at}: ${plain(held.reason)}`] : []),
    ...(error
      ? [
          `${name}: could not be fetched (${failures} times, last ${errorAt}; last answer ${checked ?? 'never'}): ${plain(error)}`,
        ]
      : []),
  ])
  return lines.length > 0 ? `${lines.join('\n')}\n\n` : ''
}
