import { ndjsonLine, type Reject } from '@cordon/formats'
import type { Command } from 'commander'
import { followLogs } from '../network/follow.ts'
import { loadMatchers } from '../network/matchers.ts'
import { loadRules } from '../network/rules.ts'
import { matcherChoice, type NetworkOptions, ruleChoice, withRules } from './network-options.ts'
import { tellRules } from './network-summary.ts'
import { integerBetween } from './options.ts'
import { grouped, write } from './output.ts'
import { Pace, progressOn } from './progress.ts'
import { RejectSink } from './rejects.ts'
import { interrupted } from './sea-options.ts'
import { withStore } from './with-store.ts'

interface FollowCommandOptions extends NetworkOptions {
  readonly watch: string
  readonly lateness: number
  readonly data?: string
}

/** `cordon network follow`: logs as they come. */
export function addNetworkFollowCommand(network: Command): void {
  withRules(network.command('follow').description('Match logs as they come; findings are stored.'))
    .argument(
      '<input...>',
      'text logs that grow, udp://host:port, tcp://host:port (syslog), http://host:port',
    )
    .requiredOption('--watch <run>', 'names the run; one of the same name goes on where it stood')
    .option(
      '--lateness <minutes>',
      'how far out of order records may be before what they belong to is closed',
      integerBetween(0, 100_000),
      60,
    )
    .option('--data <folder>', 'the data folder')
    .addHelpText(
      'after',
      `
Examples:
  cordon network follow /var/log/auth.log /var/log/audit/audit.log --rules sigma/rules/linux --watch srv1
  cordon network follow udp://0.0.0.0:514 tcp://0.0.0.0:601 --watch syslog
  cordon network follow http://127.0.0.1:8710 --watch push
  curl --data-binary @events.ndjson http://127.0.0.1:8710

udp:// takes syslog and NetFlow 5, 9 and IPFIX. Nobody is asked for a password: listen on addresses that only your senders reach.`,
    )
    .action(follow)
}

async function follow(inputs: readonly string[], options: FollowCommandOptions): Promise<void> {
  const progress = progressOn(options.progress)
  const rejects = new RejectSink(options.rejects)
  const pace = new Pace(undefined)
  let adding = Promise.resolve()
  const { summary, versions } = await withStore(options.data, async (store) => {
    const met = await loadMatchers(matcherChoice(options, store), (lost) => rejects.add(lost))
    const loaded = await loadRules(ruleChoice(options), met.matchers)
    tellRules(loaded, met)
    const summary = await followLogs(store, {
      run: `network/${options.watch}`,
      inputs,
      knowledge: loaded.knowledge,
      latenessMinutes: options.lateness,
      sightings: met.sightings,
      signal: interrupted(),
      ...(options.source && { source: options.source }),
      onRejects: (lost: readonly Reject[]) => {
        adding = adding.then(() => rejects.add(lost))
      },
      onListening: (address) => process.stderr.write(`listening on ${address}\n`),
      onProgress: ({ observed, findings }) =>
        progress.update(
          `${grouped(observed)} records, ${grouped(findings)} findings, ${pace.text(observed)}`,
        ),
    })
    return { summary, versions: loaded.knowledge.versions }
  })
  progress.clear()
  await adding
  await rejects.close()
  await write(
    ndjsonLine({
      run: options.watch,
      ...summary,
      rejected: rejects.count,
      versions,
    }),
  )
}
