/** What is wrong with a message, for programs. */
export type MessageFaultCode =
  | 'PAYMENTS_MT_BLOCK'
  | 'PAYMENTS_MT_FIELD'
  | 'PAYMENTS_MT_HEADER'
  | 'PAYMENTS_CHARSET'
  | 'PAYMENTS_TOO_LARGE'
  | 'PAYMENTS_XML'
  | 'PAYMENTS_UNKNOWN'

/** A message that can't be read. It is counted and told with its place; the messages after it go on. */
export interface MessageFault {
  readonly code: MessageFaultCode
  readonly expected: string
  readonly found: string
  /** `line 12, field 59`; a line of the input, counted from 1. */
  readonly where: string
  readonly remedy: string
  /** UTF-16 units from the beginning of the input, as near as can be. */
  readonly offset: number
  /** At most 200 characters from that place. */
  readonly excerpt: string
}

/** The fault in one line. */
export function faultText(fault: MessageFault): string {
  return `expected ${fault.expected}, found ${fault.found}. ${fault.remedy}`
}
