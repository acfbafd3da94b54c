export { amountDecimals, formatUnits, parseUnits } from './amount.ts'
export { type Fan, type FanOptions, fanBounds, findFans } from './fan.ts'
export { mostLots } from './fifo.ts'
export { mostOrigins } from './haircut.ts'
export { findPeelChains, type PeelChain, type PeelOptions } from './peel-chain.ts'
export { readLabels, readTransfers, type TableFormat } from './read-transfers.ts'
export {
  type Exposure,
  type ExposureRow,
  type ServiceHop,
  type Trace,
  type TraceOptions,
  traceExposure,
} from './trace.ts'
export { type AddressLabel, inOrder, plainAddress, type Transfer } from './transfer.ts'
