import { ndjsonLine } from '@cordon/formats'
import { isoSeconds } from '@cordon/model'
import type { Command } from 'commander'
import { defaultFormat, grouped, table, write } from './output.ts'
import { withStore } from './with-store.ts'

/** `cordon knowledge status`: what was imported, from whom, when. */
export function addKnowledgeStatusCommand(knowledge: Command): void {
  knowledge
    .command('status')
    .description('The collections that are kept, with their versions.')
    .option('--data <folder>', 'the data folder')
    .addHelpText('after', '\nExample:\n  cordon knowledge status')
    .action(showStatus)
}

async function showStatus({ data }: { readonly data?: string }): Promise<void> {
  await withStore(data, async (store) => {
    const collections = await store.threats.collections()
    if (defaultFormat() === 'ndjson') {
      const rows = collections.map(({ report: _, fetched, importedAt, ...rest }) => ({
        ...rest,
        fetched: isoSeconds(fetched),
        imported: isoSeconds(importedAt),
      }))
      return write(rows.map(ndjsonLine).join(''))
    }
    if (collections.length === 0)
      return write('Nothing is kept yet. `cordon knowledge import FILE` begins.\n')
    const columns = ['collection', 'format', 'version', 'items', 'indicators', 'rejected'].map(
      (heading, i) => ({
        heading,
        max: 60,
        ...(i > 2 && { align: 'right' as const }),
      }),
    )
    await write(
      table(
        columns,
        collections.map((one) => [
          one.id,
          one.format,
          one.version,
          grouped(one.items),
          grouped(one.indicators),
          grouped(one.rejects),
        ]),
      ),
    )
  })
}
