import { ndjsonLine } from '@cordon/formats'
import { isoDay, isoSeconds } from '@cordon/model'
import type { Command } from 'commander'
import { ensureStarter } from '../lists/starter.ts'
import { defaultFormat, grouped, table, write } from './output.ts'
import { withStore } from './with-store.ts'

/** `cordon lists status`: what is loaded, from when. */
export function addStatusCommand(lists: Command): void {
  lists
    .command('status')
    .description('The lists that are loaded, each with all its versions; the one that answers is marked.')
    .option('--data <folder>', 'the data folder')
    .addHelpText('after', '\nExamples:\n  cordon lists status\n  cordon lists status | jq .version')
    .action(async ({ data }: { data?: string }) => {
      const versions = await withStore(data, async (store) => {
        await ensureStarter(store)
        const sources = await store.lists.status()
        const each = sources.map(async (source) =>
          (await store.lists.versions(source.name)).map((version) => ({ source, version })),
        )
        return (await Promise.all(each)).flat()
      })
      if (defaultFormat() === 'ndjson')
        return write(
          versions
            .map(({ source, version }) => {
              const [fetched, importedAt] = [isoSeconds(version.fetched), isoSeconds(version.importedAt)]
              return ndjsonLine({
                ...version,
                title: source.title,
                starter: source.starter,
                fetched,
                importedAt,
              })
            })
            .join(''),
        )
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
