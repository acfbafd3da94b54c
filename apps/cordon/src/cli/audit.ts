import { ndjsonLine } from '@cordon/formats'
import type { Command } from 'commander'
import { exitCodes } from './failure.ts'
import { grouped, write } from './output.ts'
import { withStore } from './with-store.ts'

/** `cordon audit`: who did what, and whether the record is whole. */
export function addAuditCommand(program: Command): void {
  const audit = program.command('audit').description('Check the audit log.')
  audit
    .command('verify')
    .description(
      'Check the chain of hashes from the first entry to the last. Exits with 1 where it is broken.',
    )
    .option('--data <folder>', 'the data folder')
    .addHelpText('after', '\nExample:\n  cordon audit verify && echo whole')
    .action(async ({ data }: { data?: string }) => {
      const verdict = await withStore(data, (store) => store.audit.verify())
      await write(ndjsonLine(verdict))
      if (verdict.sound) {
        process.stderr.write(`audit: ${grouped(verdict.entries)} entries, whole; head ${verdict.head}\n`)
        return
      }
      const { seq, kind, detail } = verdict.fault
      process.stderr.write(`audit: ${kind} at entry ${seq}: ${detail}\n`)
      process.exitCode = exitCodes.failed
    })
}
