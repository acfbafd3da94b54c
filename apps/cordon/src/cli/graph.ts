import { ndjsonLine } from '@cordon/formats'
import { exposure, type GraphStep, type LinkGraph, neighbours, shortestPaths } from '@cordon/knowledge'
import { isoDay } from '@cordon/model'
import { type Command, Option } from 'commander'
import { buildGraph } from '../graph/build-graph.ts'
import { findThing } from '../graph/find-thing.ts'
import { exposureView, neighbourView, pathView } from '../http/api-graph.ts'
import { loadEntitiesFromStore } from '../known/from-store.ts'
import { ensureStarter } from '../lists/starter.ts'
import { loadThreats } from '../threats/known-threats.ts'
import { UsageError } from './failure.ts'
import { integerBetween } from './options.ts'
import { grouped, plain, write } from './output.ts'
import { type Progress, progressOn } from './progress.ts'
import { withStore } from './with-store.ts'

interface GraphOptions {
  readonly at?: string
  readonly relation?: readonly string[]
  readonly format?: 'text' | 'json'
  readonly limit: number
  readonly hops: number
  readonly data?: string
  readonly progress?: boolean
}

const things = `
A thing is kind:id (entity:ofac-27307, vessel:imo:8628597, host:srv-1, finding:3f2a...), an id alone, an IMO number or
MMSI, a wallet, an ATT&CK code (G0032), or a name that one thing alone has.`

/** `cordon graph`: how things of every kind are linked. */
export function addGraphCommand(program: Command): void {
  const graph = program
    .command('graph')
    .description('How entities, ships, wallets, groups, hosts and findings are linked, and who says so.')
  const common = (command: Command, limit: number, most: number, what: string) =>
    command
      .option('--relation <name...>', 'only links of these kinds (owns, controls, same-as, met ...)')
      .option('--at <day>', 'only links that hold on this day')
      .option('--limit <n>', what, integerBetween(1, most), limit)
      .addOption(new Option('--format <format>', 'how it is written').choices(['text', 'json']))
      .option('--data <folder>', 'the data folder')
      .option('--progress', 'show progress even where standard error is no terminal')
  common(
    graph.command('neighbours').description('What a thing is linked to.').argument('<thing>'),
    100,
    100_000,
    'most links',
  )
    .addHelpText('after', `${things}\n\nExample:\n  cordon graph neighbours ofac-27307`)
    .action((text: string, options: GraphOptions) =>
      withGraph(options, async ({ graph, find }) => {
        const answer = neighbours(graph, find(text), { ...followOf(options), limit: options.limit })
        if (isJson(options)) return write(ndjsonLine(neighbourView(answer)))
        const head = `${plain(answer.of.label)}${answer.designated ? ' [designated]' : ''}: ${grouped(answer.total)} links`
        const rows = answer.links.map(
          ({ step, designated }) => `  ${lineOf(step)}${designated ? ' [designated]' : ''}`,
        )
        await write(`${[head, ...rows].join('\n')}\n`)
      }),
    )
  common(
    graph
      .command('paths')
      .description('How two things are linked: the shortest ways, link by link.')
      .argument('<from>')
      .argument('<to>'),
    5,
    50,
    'most ways',
  )
    .option('--hops <n>', 'links of the longest way that is looked for', integerBetween(1, 12), 6)
    .addHelpText('after', `${things}\n\nExample:\n  cordon graph paths "Park Jin Hyok" G0032`)
    .action((from: string, to: string, options: GraphOptions) =>
      withGraph(options, async ({ graph, find }) => {
        const answer = shortestPaths(graph, find(from), find(to), {
          ...followOf(options),
          maxHops: options.hops,
          limit: options.limit,
        })
        if (isJson(options)) return write(ndjsonLine(pathView(answer)))
        await write(pathText(answer, options.hops))
      }),
    )
  common(
    graph
      .command('exposure')
      .description('Which designated things a thing leads to, and over which way.')
      .argument('<thing>'),
    20,
    500,
    'most designated things',
  )
    .option('--hops <n>', 'links of the longest way', integerBetween(1, 6), 3)
    .addHelpText(
      'after',
      `${things}\n\nExample:\n  cordon graph exposure vessel:imo:8628597 --hops 4\n\nThe share is a convention that ranks ways (identity carries all, ownership nine tenths, a meeting at sea four tenths);\nit is no probability, and no test of ownership: for that there is \`cordon ownership\`.`,
    )
    .action((text: string, options: GraphOptions) =>
      withGraph(options, async ({ graph, find }) => {
        const { hops, limit } = options
        const answer = exposure(graph, find(text), { ...followOf(options), hops, limit })
        if (isJson(options)) return write(ndjsonLine(exposureView(answer)))
        const head = `${plain(answer.of.label)}${answer.designated ? ' is itself designated;' : ''} leads to ${grouped(answer.total)} designated things within ${hops} links (${grouped(answer.reached)} things looked at${cutText(answer.cut)})`
        const rows = answer.exposures.flatMap(({ to, share, steps }) => [
          `${share.toFixed(2)}  ${plain(to.label)} (${to.kind}:${plain(to.id)})`,
          ...steps.map((step) => `        ${lineOf(step)}`),
        ])
        await write(`${[head, ...rows].join('\n')}\n`)
      }),
    )
}

type Opened = { readonly graph: LinkGraph; find(text: string): number }

async function withGraph(options: GraphOptions, work: (opened: Opened) => Promise<void>): Promise<void> {
  const progress: Progress = progressOn(options.progress)
  await withStore(options.data, async (store) => {
    await ensureStarter(store)
    progress.update('loading lists')
    const known = await loadEntitiesFromStore(store.lists)
    progress.update('loading threat intelligence')
    const threats = await loadThreats(store)
    progress.update('linking')
    const graph = await buildGraph(store, known, threats)
    progress.clear()
    await work({ graph, find: (text) => findThing(text, { graph, known, threats }) })
  })
}

function followOf({ at, relation }: GraphOptions) {
  if (at !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(at))
    throw new UsageError(`--at takes a date such as 2025-09-03, not "${at}".`)
  return { ...(relation && { relations: relation }), ...(at && { at: Date.parse(at) }) }
}

function isJson({ format }: GraphOptions): boolean {
  return (format ?? (process.stdout.isTTY ? 'text' : 'json')) === 'json'
}

function cutText(cut: number): string {
  return cut === 0 ? '' : `; of ${grouped(cut)} only the first thousand links`
}

function pathText({ paths, hops, cut, compared }: ReturnType<typeof shortestPaths>, most: number): string {
  if (hops === 0) return 'They are one and the same thing.\n'
  if (hops === undefined) return `No way of up to ${most} links was found${cutText(cut)}.\n`
  const head = `${hops} ${hops === 1 ? 'link' : 'links'}; ${grouped(compared)} ${compared === 1 ? 'way' : 'ways'} as short${cutText(cut)}`
  const ways = paths.map(({ steps, carry, shared }, at) => {
    const notes = shared.map(
      ({ thing, links }) => `     ${plain(thing.label)} has ${grouped(links)} links: many share it`,
    )
    return [
      `${at + 1}. carries ${carry.toFixed(2)}`,
      ...steps.flatMap((step) => [
        `     ${lineOf(step)}`,
        ...step.also.map((other) => `       also: ${lineOf(other)}`),
      ]),
      ...notes,
    ].join('\n')
  })
  return `${[head, ...ways].join('\n')}\n`
}

function lineOf({ from, words, to, source, since, until, note, confidence }: GraphStep): string {
  const dates =
    since === undefined && until === undefined
      ? ''
      : `, ${since === undefined ? '' : isoDay(since)} to ${until === undefined ? '' : isoDay(until)}`
  const doubt = confidence === undefined ? '' : `, confidence ${confidence.toFixed(2)}`
  const said = note === undefined ? '' : `: ${plain(note)}`
  return `${plain(from.label)} ${words} ${plain(to.label)} (${plain(source)}${dates}${doubt}${said})`
}
