import type { Command } from 'commander'
import { addPaymentsScreenCommand } from './payments-screen.ts'
import { addPaymentsSimulateCommand } from './payments-simulate.ts'
import { addPaymentsTraceCommand } from './payments-trace.ts'
import { addPaymentsWatchCommand } from './payments-watch.ts'

/** `cordon payments`: payment messages in, hits and findings out. */
export function addPaymentsCommand(program: Command): void {
  const payments = program
    .command('payments')
    .description('Screen payment messages (SWIFT MT, ISO 20022), and watch how the money behaves.')
  addPaymentsScreenCommand(payments)
  addPaymentsWatchCommand(payments)
  addPaymentsTraceCommand(payments)
  addPaymentsSimulateCommand(payments)
}
