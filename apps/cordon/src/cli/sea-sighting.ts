import { ndjsonLine } from '@cordon/formats'
import { isoSeconds } from '@cordon/model'
import type { Command } from 'commander'
import { loadFromStore } from '../known/from-store.ts'
import { judgeSightings, keepFindings } from '../sea/judge-sightings.ts'
import { knownShips } from '../sea/known-ships.ts'
import { openPlaces } from '../sea/places.ts'
import { grouped, write } from './output.ts'
import { RejectSink } from './rejects.ts'
import { sightingsOf } from './sea-events.ts'
import { withPlaces } from './sea-options.ts'
import { withStore } from './with-store.ts'

type SightingOptions = Parameters<typeof openPlaces>[0] & {
  readonly rejects?: string
  readonly data?: string
}

/** `cordon sea sighting`: sightings that come alone, judged with the tracks that are kept. */
export function addSeaSightingCommand(sea: Command): void {
  withPlaces(
    sea
      .command('sighting')
      .description('Judge sightings with the tracks that were kept before; findings are stored.')
      .argument('<file>', 'sightings as CSV or JSON, - for standard input'),
  )
    .option('--rejects <file>', 'write records that cannot be read there, as NDJSON')
    .option('--data <folder>', 'the data folder')
    .addHelpText(
      'after',
      `
What \`cordon sea watch\` kept is played again around each sighting: the ships near it, thinned to a position in ten minutes.
Where positions and sightings come together, \`cordon sea watch FILE --sightings FILE\` knows more.`,
    )
    .action(judge)
}

async function judge(file: string, options: SightingOptions): Promise<void> {
  const rejects = new RejectSink(options.rejects)
  const { rules, areas, ports, weather, versions: added } = await openPlaces(options)
  const sightings = await sightingsOf(file, rejects)
  const { results, findings } = await withStore(options.data, async (store) => {
    const known = await loadFromStore(store.lists)
    const knowledge = {
      ships: knownShips(known),
      rules,
      places: { areas, ports },
      ...(weather && { weather }),
      versions: { ...known.versions, ...added },
    }
    const judged = await judgeSightings(store.sea, knowledge, sightings)
    const { results: sighted, events } = judged
    await store.sea.add({ pieces: [], events, ships: [], sightings: sighted })
    await keepFindings(store.findings, judged.findings)
    return judged
  })
  for (const { sighting, ...answer } of results)
    await write(
      ndjsonLine({
        ...sighting,
        time: isoSeconds(sighting.time),
        ...answer,
        findings: findings
          .filter(({ window }) => window.start === sighting.time)
          .map(({ id, rule, score, statement }) => ({ id, rule, score, statement })),
      }),
    )
  await rejects.close()
  process.stderr.write(
    `${grouped(results.length)} sightings judged: ${grouped(findings.length)} findings; ${grouped(rejects.count)} records rejected\n`,
  )
}
