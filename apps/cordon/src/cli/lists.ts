import { ndjsonLine } from '@cordon/formats'
import { readers } from '@cordon/sources'
import type { Command } from 'commander'
import { addDiffCommand } from './lists-diff.ts'
import { addImportCommand } from './lists-import.ts'
import { addJoinCommand } from './lists-join.ts'
import { addStatusCommand } from './lists-status.ts'
import { addUpdateCommand } from './lists-update.ts'
import { defaultFormat, table, write } from './output.ts'

/** `cordon lists`: what is loaded, and loading more. */
export function addListsCommand(program: Command): void {
  const lists = program.command('lists').description('Import lists, and see which are loaded.')
  addImportCommand(lists)
  addUpdateCommand(lists)
  addStatusCommand(lists)
  addDiffCommand(lists)
  addJoinCommand(lists)
  lists
    .command('formats')
    .description('The formats that lists are read in, and where they are published.')
    .addHelpText('after', '\nExample:\n  cordon lists formats')
    .action(showFormats)
}

async function showFormats(): Promise<void> {
  const rows = readers.map(({ format, source: { name, title, publisher, url } }) => {
    return { format, source: name, title, publisher, url }
  })
  if (defaultFormat() === 'ndjson') return write(rows.map(ndjsonLine).join(''))
  const columns = ['format', 'source', 'title', 'url'].map((heading) => ({ heading, max: 70 }))
  const cells = rows.map(({ format, source, title, url }) => [format, source, title, url])
  await write(table(columns, cells))
}
