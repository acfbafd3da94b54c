import { writeFile } from 'node:fs/promises'
import { navigatorLayer } from '@cordon/cyber'
import { ndjsonLine } from '@cordon/formats'
import { type Finding, severities } from '@cordon/model'
import { type Command, Option } from 'commander'
import { type LogInput, logInputs } from '../network/inputs.ts'
import type { ScanOptions, ScanSummary } from '../network/log-reading.ts'
import { loadMatchers } from '../network/matchers.ts'
import { loadRules } from '../network/rules.ts'
import { type KeptScanOptions, scanIntoStore, scanLogs } from '../network/scan.ts'
import { recordsOf, tallyOf } from '../network/tally.ts'
import type { Store } from '../store/index.ts'
import { UsageError } from './failure.ts'
import { matcherChoice, type NetworkOptions, ruleChoice, withRules } from './network-options.ts'
import { findingTable, tallyText, tellRules, tellSetAside } from './network-summary.ts'
import { defaultFormat, grouped, type OutputFormat, write } from './output.ts'
import { megabytes, Pace, progressOn } from './progress.ts'
import { RejectSink } from './rejects.ts'
import { interrupted } from './sea-options.ts'
import { withStore } from './with-store.ts'

interface NetworkScanOptions extends NetworkOptions {
  readonly format?: OutputFormat
  readonly layer?: string
  readonly watch?: string
  readonly data?: string
}

/** `cordon network scan`: logs against rules and indicators. */
export function addNetworkScanCommand(network: Command): void {
  withRules(
    network.command('scan').description('Match logs against Sigma rules, indicators and STIX patterns.'),
  )
    .argument('<path...>', 'files, folders, .zip or .gz of logs; - is standard input')
    .option('--layer <file>', 'write the techniques found as a layer of the ATT&CK Navigator')
    .option('--watch <run>', 'keep what is found as findings; a run of the same name goes on where it stood')
    .option('--data <folder>', 'the data folder')
    .addOption(
      new Option(
        '--format <format>',
        'how findings are written (default: a table on a terminal, else ndjson)',
      ).choices(['ndjson', 'table']),
    )
    .addHelpText(
      'after',
      `
Examples:
  cordon network scan C/Windows/System32/winevt/Logs --rules sigma/rules
  cordon network scan events.json.gz triage.zip --level high --layer layer.json
  cordon network scan /var/log --rules sigma/rules/linux --tuning site.yaml --watch may-2026
  cordon network scan proxy.log --source category=proxy --indicators lazarus.stix.json

Formats are found by content: EVTX, JSON (lines, arrays, pretty-printed, wrapped), CSV, syslog, CEF, LEEF, auditd, access logs,
W3C, Zeek, Suricata EVE, NetFlow 5 and 9, IPFIX; plain, .gz or in a .zip.`,
    )
    .action(scan)
}

async function scan(paths: readonly string[], options: NetworkScanOptions): Promise<void> {
  if (options.watch === undefined && !options.imported) return scanWith(undefined, paths, options)
  return withStore(options.data, (store) => scanWith(store, paths, options))
}

async function scanWith(
  store: Store | undefined,
  paths: readonly string[],
  options: NetworkScanOptions,
): Promise<void> {
  if (options.watch !== undefined && paths.includes('-'))
    throw new UsageError('--watch goes on where it stood, which standard input cannot; give files.')
  const progress = progressOn(options.progress)
  progress.update('loading rules')
  const rejects = new RejectSink(options.rejects)
  const met = await loadMatchers(matcherChoice(options, store), (lost) => rejects.add(lost))
  const loaded = await loadRules(ruleChoice(options), met.matchers)
  progress.clear()
  tellRules(loaded, met)
  const inputs: LogInput[] = []
  for await (const input of logInputs(paths)) inputs.push(input)
  const whole = inputs.reduce((sum, { size }) => sum + size, 0)
  const pace = new Pace(whole || undefined)
  const scanOptions: ScanOptions = {
    knowledge: loaded.knowledge,
    ...(options.source && { source: options.source }),
    onRejects: (lost) => rejects.add(lost),
    onProgress: ({ records, bytes, files }) =>
      progress.update(
        `${grouped(records)} records of ${grouped(files)} of ${grouped(inputs.length)} files, ${megabytes(bytes)} of ` +
          `${megabytes(whole)}, ${pace.text(records)}`,
      ),
  }
  async function* all() {
    yield* inputs
  }
  const began = performance.now()
  const { summary, findings } =
    store === undefined || options.watch === undefined
      ? await scanLogs(all(), scanOptions)
      : await kept(store, options.watch, { ...scanOptions, sightings: met.sightings }, all)
  progress.clear()
  await rejects.close()
  findings.sort(byRank)
  await show(findings, options)
  tell(summary, findings, rejects.count, performance.now() - began)
  tellSetAside(met.setAside)
}

async function kept(
  store: Store,
  name: string,
  scanOptions: KeptScanOptions,
  inputs: () => AsyncIterable<LogInput>,
) {
  const run = `network/${name}`
  const found: Finding[] = []
  const { run: done, summary } = await scanIntoStore(store, run, inputs, {
    ...scanOptions,
    signal: interrupted(),
    onFindings: (findings) => found.push(...findings),
  })
  process.stderr.write(
    `${done.ended ? 'kept' : 'kept so far'}: ${grouped(done.findings)} findings (revisions counted) in run ${name}` +
      `${summary.files === 0 ? '; the run had ended before' : ''}\n`,
  )
  return { summary, findings: lastOf(found) }
}

function lastOf(findings: readonly Finding[]): Finding[] {
  const last = new Map<string, Finding>()
  for (const one of findings) if ((last.get(one.id)?.revision ?? -1) < one.revision) last.set(one.id, one)
  return [...last.values()]
}

function byRank(a: Finding, b: Finding): number {
  return (
    severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
    b.score - a.score ||
    recordsOf(b) - recordsOf(a) ||
    (a.id < b.id ? -1 : 1)
  )
}

async function show(findings: readonly Finding[], options: NetworkScanOptions): Promise<void> {
  if (options.layer !== undefined)
    await writeFile(
      options.layer,
      `${JSON.stringify(navigatorLayer(findings, 'Cordon network scan'), null, 2)}\n`,
    )
  if ((options.format ?? defaultFormat()) === 'table')
    await write(findings.length > 0 ? findingTable(findings) : '')
  else for (const finding of findings) await write(ndjsonLine(finding))
}

function tell(
  summary: ScanSummary,
  findings: readonly Finding[],
  rejected: number,
  milliseconds: number,
): void {
  const { files, records, broken, setAside } = summary
  const rate = Math.round((1000 * records) / Math.max(1, milliseconds))
  process.stderr.write(`\n${tallyText(tallyOf(findings))}\n`)
  const aside = [...setAside.values()].reduce((sum, count) => sum + count, 0)
  process.stderr.write(
    `scanned ${grouped(records)} records of ${grouped(files)} files in ${(milliseconds / 1000).toFixed(1)} s (${grouped(rate)} a second): ` +
      `${grouped(findings.length)} findings, ${grouped(rejected)} rejected` +
      `${broken > 0 ? `, ${grouped(broken)} files not read to their end` : ''}` +
      `${aside > 0 ? `, ${grouped(aside)} matches set aside by the site's tuning` : ''}\n`,
  )
}
