import type { Field } from './field.ts'

/** The table of one message type or binary payload. */
export interface MessageTable {
  readonly name: string
  /** Fewest and most bits, filled ends and all. A shorter message is damaged; of a longer one the rest is not read. */
  readonly bits: readonly [number, number]
  readonly fields: readonly Field[]
  /** Further fields that depend on the ones before: on a flag, a part number, an application identifier. */
  readonly further?: (six: Uint8Array, bits: number) => readonly Field[]
}

/** Whether a message of so many bits can be of this table. */
export function fits(table: MessageTable, bits: number): boolean {
  return bits >= table.bits[0] && bits <= table.bits[1]
}
