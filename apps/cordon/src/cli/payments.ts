import type { Command } from 'commander'
import { addPaymentsScreenCommand } from './payments-screen.ts'

/** `cordon payments`: payment messages in, hits and findings out. */
export function addPaymentsCommand(program: Command): void {
  const payments = program.command('payments').description('Screen payment messages: SWIFT MT and ISO 20022.')
  addPaymentsScreenCommand(payments)
}
