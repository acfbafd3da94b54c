/**
 * Precision and recall on a simulated sea (seeded) around the theatre's watch areas: lanes, fishing pairs, tugs, pilots, rescue,
 * lightering, bunkering, convoys, and injected transfers. Coast stations and satellites hear it, with loss. Build first, then:
 *
 *     node bench/maritime/simulator.mjs [--seeds 1,2,3] [--days 5] [--traffic 200] [--transfers 40] [--difficulty default]
 *     node bench/maritime/simulator.mjs --write sim   # also sim-SEED.nmea and sim-SEED.labels.ndjson
 */
import { createWriteStream } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  hear,
  lawfulAlarms,
  MaritimeWatch,
  makeCast,
  nmeaOf,
  PortIndex,
  receptionDefaults,
  scoreMeetings,
  scoreTransfers,
  shipIndex,
} from '@cordon/maritime'
import { loadSeaPack } from '../../apps/cordon/dist/sea/pack.js'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    days: { type: 'string', default: '5' },
    traffic: { type: 'string', default: '200' },
    transfers: { type: 'string', default: '40' },
    difficulty: { type: 'string', default: 'default' },
    write: { type: 'string' },
    show: { type: 'boolean', default: false },
  },
})
const { rules, areas, ports } = loadSeaPack()
const box = [24, 118, 41, 131]
const inBox = ([lon, lat]) => lat > box[0] && lat < box[2] && lon > box[1] && lon < box[3]
const theatre = {
  box,
  areas: areas.filter(({ polygons }) => polygons[0][0].every(inBox)),
  ports: ports.filter(({ lat, lon }) => inBox([lon, lat])),
}
const reception = { ...receptionDefaults, stations: theatre.ports.filter(({ country }) => country !== 'kp') }
const start = Date.UTC(2018, 1, 1)
const portIndex = new PortIndex(theatre.ports)
const totals = []
for (const seed of values.seeds.split(',').map(Number)) {
  const cast = makeCast(theatre, {
    seed,
    start,
    days: Number(values.days),
    traffic: Number(values.traffic),
    transfers: Number(values.transfers),
    difficulty: values.difficulty,
  })
  const meetings = new Map()
  const watch = new MaritimeWatch({
    onFound: ({ events }) => {
      for (const event of events) if (event.kind === 'encounter') meetings.set(event.id, event)
    },
  })
  watch.start({
    ships: shipIndex(cast.listed),
    rules,
    places: { areas: theatre.areas, ports: theatre.ports },
    versions: {},
  })
  const findings = new Map()
  const keep = (given) => {
    for (const finding of given) if (/sts-transfer/.test(finding.rule)) findings.set(finding.id, finding)
  }
  const nmea = values.write && createWriteStream(`${values.write}-${seed}.nmea`)
  let count = 0
  const end = start + (Number(values.days) + 2) * 86_400_000
  const before = process.cpuUsage()
  for (const seen of hear(cast.ships, reception, start - 86_400_000, end)) {
    count += seen.length
    if (nmea) for (const one of seen) nmea.write(`${nmeaOf(one).join('\n')}\n`)
    keep(watch.observe(seen))
    const time = seen[0].time
    if (time % 600_000 < 60_000) keep(watch.advance(Math.floor(time / 600_000) * 600_000 - 600_000))
  }
  keep(watch.advance(Number.MAX_SAFE_INTEGER))
  const { user, system } = process.cpuUsage(before)
  if (values.write) {
    nmea.end()
    const labels = createWriteStream(`${values.write}-${seed}.labels.ndjson`)
    for (const label of cast.labels) labels.write(`${JSON.stringify(label)}\n`)
    labels.end()
  }
  const closed = [...meetings.values()]
  const all = [...findings.values()]
  const encounters = scoreMeetings(closed, cast.labels, (lat, lon) => portIndex.isNear(lat, lon, 10))
  const transfers = scoreTransfers(all, cast.labels)
  const lawful = lawfulAlarms(all, cast.labels)
  totals.push({ encounters, transfers, lawful })
  console.log(
    `seed ${seed}: ${count.toLocaleString('en')} observations of ${cast.ships.length} ships, ${cast.labels.length} meetings; ${((user + system) / 1e6).toFixed(1)} s of CPU`,
  )
  const percent = ({ precision, recall, truths, found }) =>
    `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} (${truths} true, ${found} found)`
  console.log(`  encounters         ${percent(encounters)}`)
  console.log(`  transfer findings  ${percent(transfers)}`)
  console.log(`  lawful meetings that alarm  ${lawful.alarms} of ${lawful.lawful}`)
  if (values.show) {
    const { concerns } = await import('@cordon/maritime')
    for (const label of cast.labels)
      if (label.kind === 'transfer' && !all.some((finding) => concerns(finding, label)))
        console.log(
          '  missed',
          label.traits,
          label.mmsis,
          ((label.end - label.start) / 3.6e6).toFixed(1),
          'h',
          closed
            .filter((m) => label.mmsis.includes(m.mmsi) || label.mmsis.includes(m.other))
            .map((m) => `${m.mmsi}-${m.other} ${m.hours.toFixed(1)}`),
        )
    for (const finding of all)
      if (!cast.labels.some((label) => label.kind === 'transfer' && concerns(finding, label)))
        console.log(
          '  false',
          finding.rule,
          finding.score,
          finding.statement,
          finding.evidence
            .filter((e) => e.contribution)
            .map((e) => `${e.feature} ${e.contribution}`)
            .join(', '),
          cast.labels.filter((l) => concerns(finding, l)).map((l) => l.kind),
        )
    for (const label of cast.labels)
      if (
        label.end - label.start >= 7.2e6 &&
        !closed.some((m) => label.mmsis.includes(m.mmsi) && label.mmsis.includes(m.other))
      )
        console.log(
          '  no encounter',
          label.kind,
          label.traits,
          ((label.end - label.start) / 3.6e6).toFixed(1),
          label.lat.toFixed(2),
          label.lon.toFixed(2),
        )
  }
}
const mean = (pick) => (totals.reduce((sum, one) => sum + pick(one), 0) / totals.length).toFixed(3)
console.log(
  `${values.difficulty}: encounters precision ${mean((t) => t.encounters.precision)} recall ${mean((t) => t.encounters.recall)}; ` +
    `transfers precision ${mean((t) => t.transfers.precision)} recall ${mean((t) => t.transfers.recall)}; ` +
    `lawful alarms ${mean((t) => t.lawful.alarms / t.lawful.lawful)}`,
)
