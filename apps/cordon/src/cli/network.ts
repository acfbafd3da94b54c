import type { Command } from 'commander'
import { addNetworkFollowCommand } from './network-follow.ts'
import { addNetworkScanCommand } from './network-scan.ts'

/** `cordon network`: logs in, findings out. */
export function addNetworkCommand(program: Command): void {
  const network = program
    .command('network')
    .description('Match logs of hosts and networks against rules and indicators.')
  addNetworkScanCommand(network)
  addNetworkFollowCommand(network)
}
