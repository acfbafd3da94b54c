import { ndjsonLine } from '@cordon/formats'
import { NdjsonDecoder } from '@cordon/maritime'
import { CordonError } from '@cordon/model'
import type { Command } from 'commander'
import { isLive, openSeaBytes, type SeaInputOptions } from '../sea/bytes.ts'
import { recognise } from '../sea/read-sea.ts'
import { grouped, writeBytes } from './output.ts'
import { Pace, progressOn } from './progress.ts'
import { RejectSink } from './rejects.ts'
import { interrupted, type SeaOptions, withInput } from './sea-options.ts'

interface DecodeOptions extends SeaOptions {
  readonly counts?: boolean
}

/** `cordon sea decode`: sentences to NDJSON. */
export function addSeaDecodeCommand(sea: Command): void {
  withInput(
    sea.command('decode').description('Decode NMEA 0183 AIS sentences to NDJSON, one message a line.'),
  )
    .option('--counts', 'end with the account of everything that was read, as JSON on standard error')
    .addHelpText(
      'after',
      `
Examples:
  cordon sea decode harbour.nmea.gz | jq 'select(.type == 5)'
  cordon sea decode udp://0.0.0.0:10110 > today.ndjson
  cordon sea decode --follow receiver.log`,
    )
    .action(decode)
}

async function decode(inputs: readonly string[], options: DecodeOptions): Promise<void> {
  const progress = progressOn(options.progress)
  const rejects = new RejectSink(options.rejects)
  const signal = interrupted()
  for (const input of inputs) {
    const decoder = new NdjsonDecoder()
    const pace = new Pace(undefined)
    const take = async ({ ndjson, rejects: lost }: ReturnType<NdjsonDecoder['push']>) => {
      await writeBytes(ndjson)
      if (lost.length > 0) {
        progress.clear()
        await rejects.add(lost)
      }
      progress.update(
        `decoded ${grouped(decoder.counts.messages)} messages; ${pace.text(decoder.counts.messages)}`,
      )
    }
    for await (const chunk of await openSentences(input, { ...options, signal }))
      await take(decoder.push(chunk))
    await take(decoder.end())
    progress.clear()
    const { counts } = decoder
    if (options.counts) process.stderr.write(ndjsonLine({ input, ...counts }))
    process.stderr.write(
      `${input}: ${grouped(counts.messages)} messages of ${grouped(counts.records)} records, ${grouped(counts.rejected)} rejected, ${grouped(counts.waiting)} parts without the rest\n`,
    )
  }
  await rejects.close()
}

/** The bytes of sentences. A live input is not looked at first: its first line is to come out at once. */
async function openSentences(input: string, options: SeaInputOptions): Promise<AsyncIterable<Uint8Array>> {
  const bytes = await openSeaBytes(input, options)
  if (isLive(input, options)) return bytes
  const { isSentences, whole } = await recognise(bytes)
  if (!isSentences) throw noSentences(input)
  return whole
}

function noSentences(input: string): CordonError {
  return new CordonError({
    code: 'CORDON_NO_SENTENCES',
    expected: 'NMEA 0183 sentences',
    found: 'the header line of a CSV',
    where: input,
    remedy: 'Positions as CSV need no decoding: give the file to `cordon sea tracks`, `events` or `watch`.',
  })
}
