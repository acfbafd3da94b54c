import type { PaymentMessage } from '../message.ts'
import { blockOf, type MtBlock, type MtTree, tagOf } from './tree.ts'
import { instantOf } from './values.ts'

/** What the headers and trailers of a message say. */
export interface MtHeader {
  /** `103`; `ACK` of an acknowledgement without the message; undefined where no block says it. */
  readonly type?: string
  readonly facts: Omit<PaymentMessage, 'family' | 'type' | 'id' | 'transactions'>
  readonly uetr?: string
  /** Tag 119 of block 3: `STP`, `COV`, `REMIT`. */
  readonly validation?: string
}

/** A logical terminal (twelve characters) as a BIC: its ninth character is the terminal's letter. */
export function bicOfTerminal(terminal: string): string {
  const branch = terminal.slice(9, 12)
  return terminal.slice(0, 8) + (branch === '' || branch === 'XXX' ? '' : branch)
}

/** Reads blocks 1 to 3 of the message itself, and the acknowledgement in front of it where there is one. */
export function headerOf(tree: MtTree): { readonly header: MtHeader; readonly own: MtTree } {
  const isService = (block: MtBlock) => block.id === '1' && /^F2[0-9]/.test(block.body)
  const second = tree.blocks.findIndex((block, i) => i > 0 && block.id === '1')
  const acknowledged = tree.blocks[0] && isService(tree.blocks[0])
  const answer = acknowledged
    ? { blocks: tree.blocks.slice(0, second === -1 ? undefined : second) }
    : undefined
  const own = answer && second !== -1 ? { blocks: tree.blocks.slice(second) } : answer ? { blocks: [] } : tree
  const basic = blockOf(own, '1') ?? blockOf(tree, '1')
  const application = blockOf(own, '2')?.body ?? ''
  const user = blockOf(own, '3')
  const [, terminal, session, sequence] =
    /^[A-Z]\d{2}([A-Z0-9]{12})(\d{4})?(\d{6})?/.exec(basic?.body ?? '') ?? []
  const local = terminal && bicOfTerminal(terminal)
  const sides = application.startsWith('O')
    ? outputSides(application, local)
    : {
        receiver: application.length >= 16 ? bicOfTerminal(application.slice(4, 16)) : undefined,
        sender: local,
      }
  const code = /^[IO](\d{3})/.exec(application)?.[1]
  const verdict = answer && tagOf(blockOf(answer, '4'), '451')?.value
  const errorCode = answer && tagOf(blockOf(answer, '4'), '405')?.value
  const [, day, minute] =
    /^(\d{6})(\d{4})$/.exec((answer && tagOf(blockOf(answer, '4'), '177')?.value) ?? '') ?? []
  // An input message has no time of its own; that of its acknowledgement is seconds later.
  const answered = day && minute ? instantOf(day, minute) : undefined
  const created = ('created' in sides ? sides.created : undefined) ?? answered
  const type = code ?? (answer && second === -1 ? 'ACK' : undefined)
  const uetr = tagOf(user, '121')?.value
  const validation = tagOf(user, '119')?.value
  const userReference = tagOf(user, '108')?.value ?? (answer && tagOf(blockOf(answer, '4'), '108')?.value)
  return {
    own,
    header: {
      ...(type && { type }),
      facts: {
        ...(sides.sender && { sender: sides.sender }),
        ...(sides.receiver && { receiver: sides.receiver }),
        ...(created !== undefined && { created }),
        ...(session && Number(session) > 0 && { session: Number(session) }),
        ...(sequence && Number(sequence) > 0 && { sequence: Number(sequence) }),
        ...(verdict !== undefined && {
          acknowledgement: verdict === '0' ? ('ACK' as const) : ('NAK' as const),
        }),
        ...(errorCode && { errorCode }),
        ...(application && {
          direction: application.startsWith('O') ? ('output' as const) : ('input' as const),
        }),
        ...(userReference && { userReference }),
      },
      ...(uetr && { uetr }),
      ...(validation && { validation }),
    },
  }
}

/** `O103` input time, then the message input reference: date, terminal, session, sequence. */
function outputSides(text: string, local: string | undefined) {
  const [, time, day, terminal] = /^O\d{3}(\d{4})(\d{6})([A-Z0-9]{12})/.exec(text) ?? []
  const created = day && time ? instantOf(day, time) : undefined
  return { sender: terminal && bicOfTerminal(terminal), receiver: local, created }
}
