import { fileURLToPath } from 'node:url'
import { type CyberKnowledge, noTuning, type SigmaDocument, type StreamRule } from '@cordon/cyber'
import type { PaymentRules } from '@cordon/payments'
import { readers } from '@cordon/sources'
import { loadPackDetections, type PackDetections } from '../detections/pack-detections.ts'
import { loadListFiles } from '../known/from-files.ts'
import { assembleRules } from '../network/rules.ts'
import { loadPaymentPack } from '../payments/pack.ts'
import { type PaymentKnown, paymentKnown } from '../payments/payment-known.ts'
import { loadSeaDrills } from '../sea/drill.ts'
import { knownShips } from '../sea/known-ships.ts'
import { loadSeaPack } from '../sea/pack.ts'
import type { SeaDoorKnowledge } from './doors/sea-door.ts'
import { type OwnFile, type OwnReject, ownRulesOf, rejectOf } from './own-rules.ts'
import type { DrillNames } from './read-drill.ts'

/** Against what a drill runs: the pack's rules, or a site's own. */
export interface DrillKnowledge {
  readonly name: string
  readonly isOwn: boolean
  readonly cyber: CyberKnowledge
  readonly payments: PaymentRules
  readonly sea: SeaDoorKnowledge
  /** The pack's starter list for messages; made when the first drill asks for it. */
  lists(): Promise<PaymentKnown>
  /** Rules of the network by the name under which drills expect them: the pack's file names. */
  readonly ruleIds: ReadonlyMap<string, string>
  readonly titles: ReadonlyMap<string, string>
  readonly rejects: readonly OwnReject[]
  /** Whose rules each door runs, in words. */
  readonly words: Readonly<Record<'network' | 'payments' | 'sea', string>>
}

/** What drills of a pack run with, loaded once: rules of every door, the starter list, the drills of the sea. */
export class DrillRoom {
  readonly pack: string
  readonly names: DrillNames
  private readonly detections: PackDetections
  private readonly payments: PaymentRules
  private readonly sea: SeaDoorKnowledge
  private readonly known: Awaited<ReturnType<typeof loadListFiles>>
  private made: Promise<PaymentKnown> | undefined

  private constructor(pack: string, known: Awaited<ReturnType<typeof loadListFiles>>) {
    this.pack = pack
    this.known = known
    this.detections = loadPackDetections(pack)
    this.payments = loadPaymentPack(pack)
    const drills = new Map(loadSeaDrills(pack).map((one) => [one.id, one]))
    // The starter's version is the time of its file, which differs from copy to copy.
    this.sea = { pack, drills, ships: knownShips(known), versions: {} }
    this.names = {
      rules: new Set([
        ...this.detections.sigma.keys(),
        ...this.detections.streams.keys(),
        ...this.payments.rules.map(({ id }) => id),
        ...loadSeaPack(pack).rules.rules.map(({ id }) => id),
        ...otherRules,
      ]),
      seaDrills: new Set(drills.keys()),
    }
  }

  /** Loads a pack's. @param pack a folder of `packs/` */
  static async open(pack = 'dprk'): Promise<DrillRoom> {
    const starter = fileURLToPath(
      new URL(`../../../../packs/${pack}/starter/entities.ftm.json`, import.meta.url),
    )
    return new DrillRoom(pack, await loadListFiles([starter], readers))
  }

  /** The pack's own rules. */
  ofPack(): DrillKnowledge {
    const { sigma, streams, rejects } = this.detections
    return this.knowledge({
      name: `pack:${this.pack}`,
      isOwn: false,
      documents: [...sigma.values()],
      streams: [...streams.values()],
      tuning: noTuning,
      knownFalsePositives: [],
      payments: this.payments,
      rejects: rejects.map(rejectOf),
      words: { network: "the pack's", payments: "the pack's", sea: "the pack's" },
    })
  }

  /**
   * A site's own rules; where it has none for a door, the pack's run there, under the site's tuning.
   * @throws CordonError where the files hold nothing that could run
   */
  ofSite(files: readonly OwnFile[], name: string): DrillKnowledge {
    const own = ownRulesOf(files, name, this.payments)
    const { sigma, streams } = this.detections
    const hasRules = own.documents.some(({ kind }) => kind === 'rule') || own.streams.length > 0
    const count = own.documents.length + own.streams.length
    return this.knowledge({
      ...own,
      isOwn: true,
      documents: hasRules ? own.documents : [...own.documents, ...sigma.values()],
      streams: hasRules ? own.streams : [...streams.values()],
      payments: own.payments ?? this.payments,
      words: {
        network: hasRules ? `${count} of ${name}` : `the pack's, as ${name} tunes them`,
        payments: own.payments ? `those of ${name}` : "the pack's",
        sea: "the pack's",
      },
    })
  }

  private knowledge({ documents, streams, tuning, knownFalsePositives, ...rest }: Parts): DrillKnowledge {
    const { knowledge, rejects } = assembleRules({
      documents,
      streams,
      tuning,
      knownFalsePositives,
      matchers: [],
      level: 'low',
      versions: { rules: rest.name },
    })
    const { sigma, streams: packStreams } = this.detections
    const headers = [...documents, ...streams]
    return {
      ...rest,
      cyber: knowledge,
      sea: this.sea,
      lists: () => {
        this.made ??= paymentKnown(this.known)
        return this.made
      },
      ruleIds: new Map([...sigma, ...packStreams].map(([name, { id }]) => [name, id])),
      titles: new Map([
        ...[...sigma.values(), ...packStreams.values(), ...headers].map(
          ({ id, title }) => [id, title] as const,
        ),
        ...rest.payments.rules.map(({ id, title }) => [id, title] as const),
        ...loadSeaPack(this.pack).rules.rules.map(({ id, title }) => [id, title] as const),
        ...Object.entries(otherTitles),
      ]),
      rejects: [...rest.rejects, ...rejects.map(rejectOf)],
    }
  }
}

interface Parts extends Pick<DrillKnowledge, 'name' | 'isOwn' | 'payments' | 'rejects' | 'words'> {
  readonly documents: readonly SigmaDocument[]
  readonly streams: readonly StreamRule[]
  readonly tuning: CyberKnowledge['tuning']
  readonly knownFalsePositives: CyberKnowledge['knownFalsePositives']
}

/** Rules of doors that stand in no file of a pack. */
const otherTitles: Readonly<Record<string, string>> = {
  'payment-behaviour': 'Order whose signs ask for a look',
  'payments.listed-party': 'Party on a list',
  'payments.listed-name-in-text': 'Listed name in the text of a message',
  'payments.listed-number': 'Number of a listed party',
  'payments.embargoed-place': 'Embargoed place',
  'payments.listed-goods': 'Goods that a resolution names',
}
const otherRules = Object.keys(otherTitles)
