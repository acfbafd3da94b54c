import { ndjsonLine } from '@cordon/formats'
import { readers } from '@cordon/sources'
import type { Command } from 'commander'
import { defaultFormat, table, write } from './output.ts'

/** `cordon lists`: what is loaded, and loading more. */
export function addListsCommand(program: Command): void {
  const lists = program.command('lists').description('Import lists, and see which are loaded.')
  lists.command('formats').description('The formats that lists are read in.').action(showFormats)
}

async function showFormats(): Promise<void> {
  const rows = readers.map(({ format, source }) => ({
    format,
    source: source.name,
    title: source.title,
    publisher: source.publisher,
    url: source.url,
  }))
  if (defaultFormat() === 'ndjson') return write(rows.map(ndjsonLine).join(''))
  const columns = ['format', 'source', 'title', 'url'].map((heading) => ({ heading }))
  await write(
    table(
      columns,
      rows.map((row) => [row.format, row.source, row.title, row.url]),
    ),
  )
}
