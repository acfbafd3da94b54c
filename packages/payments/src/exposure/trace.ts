import { FifoPurse } from './fifo.ts'
import { HaircutPurse } from './haircut.ts'
import { Origins, type Part, unlabelled } from './shares.ts'
import { type AddressLabel, inOrder, plainAddress, type Transfer } from './transfer.ts'

/** What is asked of a graph of transfers. */
export interface TraceOptions {
  /** In any order; they are put in order of time. */
  readonly transfers: readonly Transfer[]
  readonly labels: readonly AddressLabel[]
  /** Addresses to tell of; absent: all that labelled money reached, the most exposed first. */
  readonly addresses?: readonly string[]
  /** Hops told apart, 1 is direct. Default 3. */
  readonly hops?: number
  /** `sources`: where its money came from (by default); `destinations`: where its money went. */
  readonly direction?: 'sources' | 'destinations'
  /** Most addresses told where none are named. Default 100. */
  readonly most?: number
}

/** Money of one label at one distance. */
export interface ExposureRow {
  readonly label: AddressLabel
  /** 1 is direct; one more than was asked for means "farther". */
  readonly hops: number
  readonly isFarther: boolean
  /** In units of 10^-18, by both ways of sharing out. */
  readonly haircut: bigint
  readonly fifo: bigint
}

/** What one address was exposed to in one asset. */
export interface Exposure {
  readonly address: string
  readonly asset: string
  /** All that it received (sent, where destinations were asked for), known amounts only. */
  readonly total: bigint
  readonly rows: readonly ExposureRow[]
  /** Transfers of unknown amount: they are in no sum. */
  readonly unknownAmounts: number
  /** Paid out beyond what the record shows coming in: the record begins too late, or has gaps. */
  readonly unexplained: bigint
  /** Whether bounds were met, so that the sharing out is not exact. */
  readonly isApproximate: boolean
  /** The nearest label by links alone, in order of time, unknown amounts too. */
  readonly nearest?: { readonly label: AddressLabel; readonly hops: number }
}

/** Labelled money that went into another labelled address: a mixer, a bridge, an exchange, a listed party. */
export interface ServiceHop {
  readonly transfer: Transfer
  readonly into: AddressLabel
  readonly rows: readonly ExposureRow[]
}

/** The answer. */
export interface Trace {
  readonly exposures: readonly Exposure[]
  readonly serviceHops: readonly ServiceHop[]
  readonly transfers: number
  /** Service hops beyond the bound, which are counted only. */
  readonly hopsLeftOut: number
}

const mostServiceHops = 10_000

/** Money of one address in one asset, by both methods. */
class Wallet {
  readonly haircut = new HaircutPurse()
  readonly fifo = new FifoPurse()
  /** Labelled money that came, by origin; absent where none did, as with most. */
  haircutReceived: Map<number, bigint> | undefined
  fifoReceived: Map<number, bigint> | undefined
  total = 0n
  unknown = 0
}

/**
 * Follows labelled money through transfers. A labelled address is where following ends and begins: what comes into it is not followed
 * out, as the money of many comes together there, and what leaves it is its own. Time runs forward only: money that left before
 * other money came is not touched by it. Work grows with the transfers times the origins an address holds, which are bounded.
 */
export function traceExposure(options: TraceOptions): Trace {
  const { hops = 3, direction = 'sources' } = options
  const tracer = new Tracer(options.labels, hops)
  const ordered = inOrder(options.transfers)
  if (direction === 'destinations') {
    ordered.reverse()
    for (const transfer of ordered)
      tracer.move({ ...transfer, from: transfer.to, to: transfer.from }, transfer)
  } else for (const transfer of ordered) tracer.move(transfer, transfer)
  return tracer.answer(ordered.length, options.addresses, options.most ?? 100)
}

class Tracer {
  private readonly labels: readonly AddressLabel[]
  private readonly byAddress = new Map<string, number>()
  private readonly wallets = new Map<string, Wallet>()
  private readonly nearest = new Map<string, [label: number, hops: number]>()
  private readonly origins: Origins
  private readonly serviceHops: ServiceHop[] = []
  private hopsLeftOut = 0

  constructor(labels: readonly AddressLabel[], hops: number) {
    this.labels = labels
    this.origins = new Origins(hops)
    for (const [index, { address }] of labels.entries())
      if (!this.byAddress.has(plainAddress(address))) this.byAddress.set(plainAddress(address), index)
  }

  move({ from, to, asset, amount }: Transfer, original: Transfer): void {
    if (from === to) return
    this.link(from, to)
    const payer = this.wallet(from, asset)
    const payee = this.wallet(to, asset)
    if (amount === undefined) {
      payee.unknown++
      return
    }
    const label = this.byAddress.get(from)
    const own = label === undefined ? undefined : [{ origin: this.origins.of(label, 1), amount }]
    const cut = own ?? payer.haircut.pay(amount)
    const first = own ?? payer.fifo.pay(amount)
    payee.total += amount
    payee.haircutReceived = added(payee.haircutReceived, cut)
    payee.fifoReceived = added(payee.fifoReceived, first)
    const into = this.byAddress.get(to)
    if (into !== undefined) {
      if (label === undefined) this.noteHop(original, into, cut, first)
      return
    }
    payee.haircut.receive(this.onward(cut))
    payee.fifo.receive(this.onward(first))
  }

  answer(transfers: number, addresses: readonly string[] | undefined, most: number): Trace {
    const wanted = addresses && new Set(addresses.map(plainAddress))
    const exposures: Exposure[] = []
    for (const [key, wallet] of this.wallets) {
      const [asset = '', address = ''] = split(key)
      if (wanted ? !wanted.has(address) : this.byAddress.has(address)) continue
      const exposure = this.exposure(address, asset, wallet)
      if (wanted || exposure.rows.length > 0) exposures.push(exposure)
    }
    const ranked = exposures.map((one) => ({ one, sum: labelledSum(one) })).sort(byExposure)
    return {
      exposures: ranked.slice(0, wanted ? undefined : most).map(({ one }) => one),
      serviceHops: this.serviceHops,
      transfers,
      hopsLeftOut: this.hopsLeftOut,
    }
  }

  private wallet(address: string, asset: string): Wallet {
    const key = `${asset}\u0000${address}`
    let wallet = this.wallets.get(key)
    if (wallet === undefined) {
      wallet = new Wallet()
      this.wallets.set(key, wallet)
    }
    return wallet
  }

  private link(from: string, to: string): void {
    const label = this.byAddress.get(from)
    const own: readonly [number, number] | undefined =
      label === undefined ? this.nearest.get(from) : [label, 0]
    if (own === undefined) return
    const known = this.nearest.get(to)
    if (known === undefined || own[1] + 1 < known[1]) this.nearest.set(to, [own[0], own[1] + 1])
  }

  private onward(parts: readonly Part[]): Part[] {
    return parts.map(({ origin, amount }) => ({ origin: this.origins.next(origin), amount }))
  }

  private noteHop(transfer: Transfer, into: number, cut: readonly Part[], first: readonly Part[]): void {
    const rows = this.rows(added(undefined, cut), added(undefined, first))
    if (rows.length === 0) return
    if (this.serviceHops.length < mostServiceHops)
      this.serviceHops.push({ transfer, into: this.labels[into]!, rows })
    else this.hopsLeftOut++
  }

  private exposure(address: string, asset: string, wallet: Wallet): Exposure {
    const nearest = this.nearest.get(address)
    const { haircut, fifo, total, unknown } = wallet
    return {
      address,
      asset,
      total,
      rows: this.rows(wallet.haircutReceived, wallet.fifoReceived),
      unknownAmounts: unknown,
      unexplained: haircut.unexplained,
      isApproximate: haircut.lumped > 0n || haircut.dust > 0n || fifo.isApproximate,
      ...(nearest && { nearest: { label: this.labels[nearest[0]]!, hops: nearest[1] } }),
    }
  }

  private rows(haircut: Sums | undefined, fifo: Sums | undefined): ExposureRow[] {
    const origins = new Set([...(haircut?.keys() ?? []), ...(fifo?.keys() ?? [])])
    return [...origins]
      .map((origin) => ({
        label: this.labels[this.origins.label(origin)]!,
        hops: this.origins.hops(origin),
        isFarther: this.origins.hops(origin) > this.origins.most,
        haircut: haircut?.get(origin) ?? 0n,
        fifo: fifo?.get(origin) ?? 0n,
      }))
      .sort((a, b) => a.hops - b.hops || compare(b.haircut, a.haircut))
  }
}

type Sums = Map<number, bigint>

/** Sums with the labelled parts of a payment added; made where there are any. */
function added(sums: Sums | undefined, parts: readonly Part[]): Sums | undefined {
  let all = sums
  for (const { origin, amount } of parts) {
    if (origin === unlabelled) continue
    all ??= new Map()
    all.set(origin, (all.get(origin) ?? 0n) + amount)
  }
  return all
}

const split = (key: string) => key.split('\u0000')
const compare = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0)

interface Ranked {
  readonly one: Exposure
  readonly sum: bigint
}

const labelledSum = ({ rows }: Exposure) => rows.reduce((all, { haircut }) => all + haircut, 0n)

/** The largest share of labelled money first; then the largest sum. */
function byExposure(a: Ranked, b: Ranked): number {
  return (
    compare(b.sum * (a.one.total || 1n), a.sum * (b.one.total || 1n)) ||
    compare(b.sum, a.sum) ||
    (a.one.address < b.one.address ? -1 : 1)
  )
}
